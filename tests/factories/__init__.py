"""Rows that stories need before they begin, made plainly: goods, people, places. What a story is about goes through the services."""
