"""Files that coaches have already (exports, spreadsheets, pages of text), turned into team files."""
