/**
 * Before each of these test files: Terraform and its provider run for seconds, and a quarter of that is the collection of garbage that the
 * end of the process would collect. They collect only where they would need more than this.
 */
process.env.GOGC = "off";
process.env.GOMEMLIMIT = "1GiB";
