/** Parameter types of the API field ComponentParameterDetail.type. The user guide documents only `string`. */
export const typesOfTheApi = /^(string|integer|boolean|stringList)$/i;
