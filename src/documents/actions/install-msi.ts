import { msi } from "./msi";

export const installMsi = msi("InstallMSI");
