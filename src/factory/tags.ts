export type Tags = Readonly<Record<string, string>>;
