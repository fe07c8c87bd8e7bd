import { maxTags } from "../../src/aws/tags";
import { ApiError } from "./api-error";
import { type Handler, named } from "./call";

export const tagOperations: Record<string, Handler> = {
  ListTagsForResource: (call) => ({ tags: named(call, "resourceArn").tags ?? {} }),
  TagResource: (call) => {
    const resource = named(call, "resourceArn");
    const tags = { ...resource.tags, ...(call.input.tags as Record<string, string>) };
    // TagResource has an error for too many tags, but no quota of its own.
    if (Object.keys(tags).length > maxTags)
      throw new ApiError("InvalidParameterException", `A resource can have at most ${maxTags} tags.`);
    call.store.put({ ...resource, tags });
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
