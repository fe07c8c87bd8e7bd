import { msi } from "./msi";

export const uninstallMsi = msi("UninstallMSI");
