/** S3 actions by method and query parameter, because calls to S3 have no operation name. */
const s3: Readonly<Record<string, string>> = {
  "GET versioning": "GetBucketVersioning",
  "GET policy": "GetBucketPolicy",
  "GET acl": "GetBucketAcl",
  "GET cors": "GetBucketCORS",
  "GET website": "GetBucketWebsite",
  "GET accelerate": "GetAccelerateConfiguration",
  "GET requestPayment": "GetBucketRequestPayment",
  "GET logging": "GetBucketLogging",
  "GET lifecycle": "GetLifecycleConfiguration",
  "GET replication": "GetReplicationConfiguration",
  "GET encryption": "GetEncryptionConfiguration",
  "GET object-lock": "GetBucketObjectLockConfiguration",
  "GET tagging": "GetBucketTagging",
  "GET ownershipControls": "GetBucketOwnershipControls",
  "GET publicAccessBlock": "GetBucketPublicAccessBlock",
  "GET location": "GetBucketLocation",
  "GET versions": "ListBucketVersions",
  "GET list-type": "ListBucket",
  "PUT policy": "PutBucketPolicy",
  "PUT tagging": "PutBucketTagging",
  "PUT versioning": "PutBucketVersioning",
  "PUT encryption": "PutEncryptionConfiguration",
  "PUT lifecycle": "PutLifecycleConfiguration",
  "PUT ownershipControls": "PutBucketOwnershipControls",
  "PUT publicAccessBlock": "PutBucketPublicAccessBlock",
  "DELETE policy": "DeleteBucketPolicy",
  "DELETE encryption": "PutEncryptionConfiguration",
  "DELETE lifecycle": "PutLifecycleConfiguration",
  "DELETE ownershipControls": "PutBucketOwnershipControls",
  "DELETE publicAccessBlock": "PutBucketPublicAccessBlock",
  "DELETE tagging": "PutBucketTagging",
  "POST delete": "DeleteObject",
};

/** Actions of calls whose permission has another name. Source: Service Authorization Reference. */
const others: Readonly<Record<string, string>> = {
  "POST /enable": "Enable",
  "POST /disable": "Disable",
  "POST /status/batch/get": "BatchGetAccountStatus",
};

/** Query parameters that do not change the operation. */
const plain = new Set(["x-id", "versionId", "prefix", "delimiter", "max-keys", "encoding-type"]);

const onObjects: Readonly<Record<string, string>> = {
  GET: "GetObject",
  HEAD: "GetObject",
  PUT: "PutObject",
  DELETE: "DeleteObject",
};
const onBuckets: Readonly<Record<string, string>> = {
  GET: "ListBucket",
  HEAD: "ListBucket",
  PUT: "CreateBucket",
  DELETE: "DeleteBucket",
};

/** Returns the permission that an API call needs, for example `s3:PutBucketPolicy` for `PUT /bucket?policy`. */
export function actionOf({ service, operation }: { readonly service: string; readonly operation: string }): string {
  if (service !== "s3") return `${service}:${others[operation] ?? operation}`;
  const [method = "", url = ""] = operation.split(" ");
  const { pathname, searchParams } = new URL(url, "http://s3");
  const isObject = /^\/[^/]+\/./.test(pathname);
  const meant = [...searchParams.keys()].flatMap((name) => s3[`${method} ${name}`] ?? [])[0];
  if (meant !== undefined) return `s3:${isObject ? meant.replace("Bucket", "Object") : meant}`;
  if ([...searchParams.keys()].some((name) => !plain.has(name))) return `s3:${operation}`;
  if (!isObject) return `s3:${onBuckets[method] ?? operation}`;
  return `s3:${onObjects[method] ?? operation}${searchParams.has("versionId") ? "Version" : ""}`;
}
