"""The database's history, run by `storage/migrate.py`. A migration that was released is never changed again."""
