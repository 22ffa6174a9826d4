"""The HTTP side of the door: the API, its documents, security headers, health and the browser app's files."""
