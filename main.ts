import { app } from "./stacks/app";

void app();
