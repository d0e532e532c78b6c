import HarmClassifier

/// The description of the HTTP interface for programs, in OpenAPI 3.1. `docs/http.md` says the same to people.
enum OpenAPI {
  static let document = """
    {
      "openapi": "3.1.0",
      "info": {
        "title": "Ronda", "version": "1",
        "description": "Judges posts; lists what the watch found. Authors are never given, numbers are masked.",
        "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"}
      },
      "paths": {
        "/v1/classify": {"post": {
          "summary": "Judge one post or many; nothing is stored",
          "requestBody": {"required": true, "content": {"application/json": {"schema": {"oneOf": [
            {"$ref": "#/components/schemas/Post"},
            {"type": "array", "maxItems": 1000, "items": {"$ref": "#/components/schemas/Post"}},
            {"type": "object", "required": ["posts"], "properties": {
              "posts": {"type": "array", "maxItems": 1000, "items": {"$ref": "#/components/schemas/Post"}}}}
          ]}}}},
          "responses": {
            "200": {"description": "A verdict; a list for a list; {verdicts} for {posts}", "content": {"application/json": {"schema": {"oneOf": [
              {"$ref": "#/components/schemas/Verdict"},
              {"type": "array", "items": {"$ref": "#/components/schemas/Verdict"}},
              {"type": "object", "properties": {"verdicts": {"type": "array", "items": {"$ref": "#/components/schemas/Verdict"}}}}
            ]}}}},
            "400": {"$ref": "#/components/responses/Problem"}, "413": {"$ref": "#/components/responses/Problem"},
            "415": {"$ref": "#/components/responses/Problem"}
          }
        }},
        "/v1/moderations": {"post": {
          "summary": "The same verdicts in the shape of OpenAI's moderation interface",
          "requestBody": {"required": true, "content": {"application/json": {"schema": {
            "type": "object", "required": ["input"], "properties": {"input": {"oneOf": [
              {"type": "string"}, {"type": "array", "maxItems": 1000, "items": {"type": "string"}}]}}}}}},
          "responses": {"200": {"description": "id, model and results with flagged, categories, category_scores", "content": {"application/json": {}}},
            "400": {"$ref": "#/components/responses/Problem"}}
        }},
        "/v1/alerts": {"get": {
          "summary": "Alerts, newest first, as in a webhook's `alerts`",
          "parameters": [
            {"name": "state", "in": "query", "schema": {"enum": ["firing", "acknowledged", "resolved"]}},
            {"$ref": "#/components/parameters/limit"}, {"$ref": "#/components/parameters/offset"}],
          "responses": {"200": {"$ref": "#/components/responses/Page"}, "400": {"$ref": "#/components/responses/Problem"}}
        }},
        "/v1/posts": {"get": {
          "summary": "Judged posts, newest first; `origin` says how the answer came that a post stood in",
          "parameters": [
            {"name": "decision", "in": "query", "schema": {"enum": ["clean", "review", "harmful"]}},
            {"name": "category", "in": "query", "schema": {"type": "string"}},
            {"name": "source", "in": "query", "schema": {"type": "string"}},
            {"name": "alert", "in": "query", "description": "only posts that belong to this alert", "schema": {"type": "string"}},
            {"name": "before", "in": "query", "description": "only posts stored before this id", "schema": {"type": "integer"}},
            {"$ref": "#/components/parameters/limit"}],
          "responses": {"200": {"$ref": "#/components/responses/Page"}, "400": {"$ref": "#/components/responses/Problem"}}
        }},
        "/v1/indicators": {"get": {
          "summary": "What posts point at, the most frequent first",
          "parameters": [
            {"name": "days", "in": "query", "schema": {"type": "integer", "minimum": 1, "maximum": 90, "default": 7}},
            {"name": "type", "in": "query", "schema": {"enum": [\(kinds)]}},
            {"$ref": "#/components/parameters/limit"}, {"$ref": "#/components/parameters/offset"}],
          "responses": {"200": {"$ref": "#/components/responses/Page"}, "400": {"$ref": "#/components/responses/Problem"}}
        }},
        "/v1/feeds": {"get": {
          "summary": "Watched sources, blind ones first",
          "parameters": [
            {"name": "blind", "in": "query", "schema": {"enum": ["true", "false"]}},
            {"$ref": "#/components/parameters/limit"}, {"$ref": "#/components/parameters/offset"}],
          "responses": {"200": {"$ref": "#/components/responses/Page"}, "400": {"$ref": "#/components/responses/Problem"}}
        }},
        "/-/healthy": {"get": {"summary": "The process answers", "responses": {"200": {"description": "healthy"}}}},
        "/-/ready": {"get": {"summary": "The store answers", "responses": {"200": {"description": "ready"}, "503": {"description": "not"}}}},
        "/-/reload": {"post": {"summary": "Take up configuration, lexicon and secrets anew", "responses": {
          "200": {"description": "reloaded"}, "422": {"description": "what is wrong, as file:line:column; everything stays as it was"}}}},
        "/metrics": {"get": {"summary": "Figures for Prometheus or OpenMetrics", "responses": {"200": {"description": "text"}}}}
      },
      "components": {
        "parameters": {
          "limit": {"name": "limit", "in": "query", "schema": {"type": "integer", "minimum": 1, "maximum": 100, "default": 50}},
          "offset": {"name": "offset", "in": "query", "schema": {"type": "integer", "minimum": 0, "default": 0}}
        },
        "responses": {
          "Page": {"description": "items, and in next the query of the following page", "content": {"application/json": {"schema": {
            "type": "object", "required": ["items"], "properties": {"items": {"type": "array"}, "next": {"type": "string"}}}}}},
          "Problem": {"description": "what is wrong (RFC 9457)", "content": {"application/problem+json": {"schema": {
            "type": "object", "properties": {"title": {"type": "string"}}}}}}
        },
        "schemas": {
          "Post": {"type": "object", "required": ["text"], "properties": {"text": {"type": "string"}, "id": {"type": ["string", "integer"]}}},
          "Verdict": {"type": "object", "required": ["verdict", "score", "categories", "evidence", "indicators", "lexicon"], "properties": {
            "id": {"type": "string"}, "verdict": {"enum": ["clean", "review", "harmful"]},
            "score": {"type": "number", "minimum": 0, "maximum": 1},
            "categories": {"type": "array", "items": {"type": "object"}}, "evidence": {"type": "array", "items": {"type": "object"}},
            "indicators": {"type": "array", "items": {"type": "object"}}, "language": {"type": "string"},
            "lexicon": {"type": "string"}, "model": {"type": "string"}}}
        },
        "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}}
      }
    }

    """

  private static let kinds = Indicator.Kind.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
}
