/** Deletes the images of an ECR repository, as users must do before they destroy the stack that created it. */
export async function emptyRepository(endpoint: string, repositoryName: string): Promise<void> {
  const ask = async (operation: string, input: object): Promise<unknown> => {
    const response = await fetch(endpoint, {
      method: "POST",
      headers: {
        "content-type": "application/x-amz-json-1.1",
        "x-amz-target": `AmazonEC2ContainerRegistry_V20150921.${operation}`,
        authorization:
          "AWS4-HMAC-SHA256 Credential=sandbox/20260101/us-east-1/ecr/aws4_request, SignedHeaders=host, Signature=0",
      },
      body: JSON.stringify({ repositoryName, ...input }),
    });
    if (!response.ok) throw new Error(`${operation}: ${await response.text()}`);
    return response.json();
  };
  const { imageIds } = (await ask("ListImages", {})) as { imageIds: { imageDigest: string }[] };
  if (imageIds.length === 0) return;
  await ask("BatchDeleteImage", { imageIds: imageIds.map(({ imageDigest }) => ({ imageDigest })) });
}
