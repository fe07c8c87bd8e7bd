/** Prefix of the names of component documents in this package: `golden:linux/harden-ssh`. */
export const shippedPrefix = "golden:";
