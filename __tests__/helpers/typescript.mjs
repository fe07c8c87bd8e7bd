import { register as registerRequire } from "tsx/cjs/api";
import { register as registerImport } from "tsx/esm/api";

// tsx lets Node.js load the TypeScript files of tests and their imports, and enables source maps.
registerImport();
registerRequire();
