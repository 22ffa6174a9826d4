"""Files: what people upload, as bytes. Stores behind one promise, and the treatment of pictures before anything is stored."""
