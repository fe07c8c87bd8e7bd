#!/usr/bin/env node
import module from "node:module";

// From Node.js 22.1 on, compiled code is cached for the next run.
(module as { enableCompileCache?: () => void }).enableCompileCache?.();
void import("./main");
