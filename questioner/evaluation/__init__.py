"""Measures the parts: how often the reviewer is right on labelled questions."""
