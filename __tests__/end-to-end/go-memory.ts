/**
 * Runs before each end-to-end test file. Terraform and its provider run for seconds and spend a quarter of them on garbage collection. With
 * these settings, they only collect if they would need more memory than this limit.
 */
process.env.GOGC = "off";
process.env.GOMEMLIMIT = "1GiB";
