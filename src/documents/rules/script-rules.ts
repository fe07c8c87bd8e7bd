/** Rules about scripts, secrets and risky settings, for documents of both kinds. Each rule is in its own file and is exported here. */
export { bashSyntax } from "./scripts/bash-syntax";
export { cloudformationSyntax } from "./scripts/cloudformation-syntax";
export { credentialInDocument } from "./scripts/credential-in-document";
export { downloadFolder } from "./scripts/download-folder";
export { endlessStep } from "./scripts/endless-step";
export { exitCodeLost } from "./scripts/exit-code-lost";
export { interactivePackages } from "./scripts/interactive-packages";
export { invisibleCharacter } from "./scripts/invisible-character";
export { mixedScripts } from "./scripts/mixed-scripts";
export { passwordInUrl } from "./scripts/password-in-url";
export { powershellSyntax } from "./scripts/powershell-syntax";
export { rebootInScript } from "./scripts/reboot-in-script";
export { secretParameter } from "./scripts/secret-parameter";
