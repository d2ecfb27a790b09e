"""Writes the pages of docs/rules from the program documents. Start with command.py."""
