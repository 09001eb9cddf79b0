/* global SwaggerUIBundle */
// For reading: requests are tried with the partner's own tools, where no session of an officer lies about.
SwaggerUIBundle({
  url: '/api/v1/openapi.json',
  dom_id: '#document',
  supportedSubmitMethods: [],
  validatorUrl: null,
});
