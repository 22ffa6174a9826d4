// Whether something looks like a mail address. Stricter than the server, which knows addresses without a dot, of a house's own network:
// typed into a form here, such a one is a slip.
export const isAddress = (text: string): boolean => /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(text.trim());
