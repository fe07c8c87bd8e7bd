import { instant } from "./action";

export const waitForSsmAgent = instant(() => ({ status: "Online" }));
