/** A file (path relative to the project folder, or absolute for documents of this package), or a text that was generated at synthesis. */
export type DocumentContent = { readonly file: string } | { readonly text: string };
