export type Kind = "image" | "container";
