import { register as registerImport } from "tsx/esm/api";
import { register as registerRequire } from "tsx/cjs/api";

// Node.js loads the TypeScript of tests, and what they need, by tsx. Source maps are switched on with it.
registerImport();
registerRequire();
