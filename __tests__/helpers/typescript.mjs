import { register as registerRequire } from "tsx/cjs/api";
import { register as registerImport } from "tsx/esm/api";

// Node.js loads the TypeScript of tests, and what they need, by tsx. Source maps are switched on with it.
registerImport();
registerRequire();
