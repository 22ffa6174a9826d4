"""What strangers see: the shapes of a public page, and the templates that write it (`render`). It knows no database and no request."""
