import { componentArn, preparedService, recipeArn } from "./fresh-service";

const policy = JSON.stringify({ Version: "2012-10-17", Statement: [] });

test.each([
  ["Component", "componentArn", componentArn],
  ["ImageRecipe", "imageRecipeArn", recipeArn],
])("the policy of a %s is kept and given back as it came", async (noun, field, arn) => {
  const api = await preparedService();
  expect(await api.get(`Get${noun}Policy`, field, arn)).toMatchObject({
    status: 404,
    error: "ResourceNotFoundException",
  });
  expect(await api.call(`Put${noun}Policy`, { [field]: arn, policy })).toMatchObject({
    status: 200,
    body: { [field]: arn },
  });
  expect((await api.get(`Get${noun}Policy`, field, arn)).body).toMatchObject({ policy });
});

test("a policy goes with its resource", async () => {
  const api = await preparedService();
  await api.call("PutImageRecipePolicy", { imageRecipeArn: recipeArn, policy });
  await api.remove("DeleteImageRecipe", "imageRecipeArn", recipeArn);
  expect(await api.get("GetImageRecipePolicy", "imageRecipeArn", recipeArn)).toMatchObject({ status: 404 });
});

test.each(["text", "[]", "null"])("the policy %s is refused", async (text) => {
  const api = await preparedService();
  expect(await api.call("PutComponentPolicy", { componentArn, policy: text })).toMatchObject({
    error: "InvalidParameterValueException",
  });
});
