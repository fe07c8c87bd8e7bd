import { type Handler, named } from "./call";

export const tagOperations: Record<string, Handler> = {
  ListTagsForResource: (call) => ({ tags: named(call, "resourceArn").tags ?? {} }),
  TagResource: (call) => {
    const resource = named(call, "resourceArn");
    call.store.put({ ...resource, tags: { ...resource.tags, ...(call.input.tags as Record<string, string>) } });
    return {};
  },
  UntagResource: (call) => {
    const resource = named(call, "resourceArn");
    const keys = call.input.tagKeys as readonly string[];
    call.store.put({
      ...resource,
      tags: Object.fromEntries(Object.entries(resource.tags ?? {}).filter(([key]) => !keys.includes(key))),
    });
    return {};
  },
};
