/** Runs before every test file: settings of the user or machine must not change the results of tests. */
for (const name of Object.keys(process.env)) {
  if (/^(CDKTF_|AWS_|TF_VAR_|TF_CLI_ARGS|TF_WORKSPACE)/.test(name)) Reflect.deleteProperty(process.env, name);
}
process.env.CHECKPOINT_DISABLE = "1";
// The program sets this too. Users cannot act on the warning.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = "true";
