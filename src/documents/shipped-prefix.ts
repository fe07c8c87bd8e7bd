/** Begins the name of a component document that comes with this package: `golden:linux/harden-ssh`. */
export const shippedPrefix = "golden:";
