/** API field ComponentParameterDetail.type; the documentation knows the first alone. */
export const typesOfTheApi = /^(string|integer|boolean|stringList)$/i;
