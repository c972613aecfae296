"""Measures the parts: how often the reviewer is right, and whether a change to the prompt made things better."""
