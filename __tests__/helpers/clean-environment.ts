/** Runs before every test file: settings of the person or machine that runs the tests must not change their outcome. */
for (const name of Object.keys(process.env)) {
  if (/^(CDKTF_|AWS_|TF_VAR_|TF_CLI_ARGS|TF_WORKSPACE)/.test(name)) Reflect.deleteProperty(process.env, name);
}
process.env.CHECKPOINT_DISABLE = "1";
// As the program does: nobody who runs the tests can do anything about it.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = "true";
