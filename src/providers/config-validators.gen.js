// Written by `npm run generate`. Do not edit.
const validator0 = validate10, schema11 = { type: "object", properties: { endpoint: { type: "string", enum: ["ovh-eu", "ovh-ca", "ovh-us", "kimsufi-eu", "kimsufi-ca", "soyoustart-eu", "soyoustart-ca"] }, application_key: { type: "string", pattern: "^[A-Za-z0-9]{8,64}$" }, application_secret: { type: "string", pattern: "^[A-Za-z0-9]{8,64}$" }, consumer_key: { type: "string", pattern: "^[A-Za-z0-9]{8,64}$" }, client_id: { type: "string", pattern: "^[A-Za-z0-9._-]{8,128}$" }, client_secret: { type: "string", pattern: "^[A-Za-z0-9._~+/=-]{8,256}$" }, access_token: { type: "string", pattern: "^[A-Za-z0-9._~+/-]{8,}=*$" }, project_ids: { type: "string", pattern: "^\\s*[0-9a-f]{32}\\s*(,\\s*[0-9a-f]{32}\\s*)*$" }, kinds: { type: "string", pattern: "^\\s*[a-z0-9*][a-z0-9.*-]*\\s*(,\\s*[a-z0-9*][a-z0-9.*-]*\\s*)*$" }, regions: { type: "string", pattern: "^\\s*[A-Za-z0-9][A-Za-z0-9-]*\\s*(,\\s*[A-Za-z0-9][A-Za-z0-9-]*\\s*)*$" }, max_in_flight: { type: "string", pattern: "^([1-9]|[1-9][0-9]|100)$" }, max_requests_per_minute: { type: "string", pattern: "^(0|[1-9][0-9]{0,5}|1000000)$" }, expiry_warning_days: { type: "string", pattern: "^\\s*([1-9][0-9]{0,2})\\s*(,\\s*([1-9][0-9]{0,2})\\s*)*$" }, on_incomplete: { type: "string", enum: ["fail", "accept"] }, accepted_gaps: { type: "string", pattern: "^\\s*[a-z0-9*][a-z0-9.*-]*(@[A-Za-z0-9*][A-Za-z0-9.*/_-]*)?\\s*(,\\s*[a-z0-9*][a-z0-9.*-]*(@[A-Za-z0-9*][A-Za-z0-9.*/_-]*)?\\s*)*$" }, expected_account: { type: "string", pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{1,63}$" } }, anyOf: [{ type: "object", properties: { application_key: {}, application_secret: {}, consumer_key: {}, client_id: {}, client_secret: {}, access_token: {} }, required: ["application_key", "application_secret", "consumer_key"], not: { anyOf: [{ required: ["client_id"] }, { required: ["client_secret"] }, { required: ["access_token"] }] } }, { type: "object", properties: { application_key: {}, application_secret: {}, consumer_key: {}, client_id: {}, client_secret: {}, access_token: {} }, required: ["client_id", "client_secret"], not: { anyOf: [{ required: ["application_key"] }, { required: ["application_secret"] }, { required: ["consumer_key"] }, { required: ["access_token"] }, { required: ["endpoint"], properties: { endpoint: { not: { enum: ["ovh-eu", "ovh-ca", "ovh-us"] } } } }] } }, { type: "object", properties: { application_key: {}, application_secret: {}, consumer_key: {}, client_id: {}, client_secret: {}, access_token: {} }, required: ["access_token"], not: { anyOf: [{ required: ["application_key"] }, { required: ["application_secret"] }, { required: ["consumer_key"] }, { required: ["client_id"] }, { required: ["client_secret"] }] } }], additionalProperties: !1 }, func2 = Object.prototype.hasOwnProperty, pattern0 = new RegExp("^[A-Za-z0-9]{8,64}$", "u"), pattern3 = new RegExp("^[A-Za-z0-9._-]{8,128}$", "u"), pattern4 = new RegExp("^[A-Za-z0-9._~+/=-]{8,256}$", "u"), pattern5 = new RegExp("^[A-Za-z0-9._~+/-]{8,}=*$", "u"), pattern6 = new RegExp("^\\s*[0-9a-f]{32}\\s*(,\\s*[0-9a-f]{32}\\s*)*$", "u"), pattern7 = new RegExp("^\\s*[a-z0-9*][a-z0-9.*-]*\\s*(,\\s*[a-z0-9*][a-z0-9.*-]*\\s*)*$", "u"), pattern8 = new RegExp("^\\s*[A-Za-z0-9][A-Za-z0-9-]*\\s*(,\\s*[A-Za-z0-9][A-Za-z0-9-]*\\s*)*$", "u"), pattern9 = new RegExp("^([1-9]|[1-9][0-9]|100)$", "u"), pattern10 = new RegExp("^(0|[1-9][0-9]{0,5}|1000000)$", "u"), pattern11 = new RegExp("^\\s*([1-9][0-9]{0,2})\\s*(,\\s*([1-9][0-9]{0,2})\\s*)*$", "u"), pattern12 = new RegExp("^\\s*[a-z0-9*][a-z0-9.*-]*(@[A-Za-z0-9*][A-Za-z0-9.*/_-]*)?\\s*(,\\s*[a-z0-9*][a-z0-9.*-]*(@[A-Za-z0-9*][A-Za-z0-9.*/_-]*)?\\s*)*$", "u"), pattern13 = new RegExp("^[A-Za-z0-9][A-Za-z0-9._-]{1,63}$", "u");
function validate10(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  const _errs1 = errors;
  let valid0 = !1;
  const _errs2 = errors, _errs4 = errors, _errs5 = errors, _errs6 = errors;
  let valid2 = !1;
  const _errs7 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    let missing0;
    if (data.client_id === void 0 && (missing0 = "client_id")) {
      const err0 = {};
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
  }
  var _valid1 = _errs7 === errors;
  if (valid2 = valid2 || _valid1, !valid2) {
    const _errs8 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing1;
      if (data.client_secret === void 0 && (missing1 = "client_secret")) {
        const err1 = {};
        vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
      }
    }
    var _valid1 = _errs8 === errors;
    if (valid2 = valid2 || _valid1, !valid2) {
      const _errs9 = errors;
      if (data && typeof data == "object" && !Array.isArray(data)) {
        let missing2;
        if (data.access_token === void 0 && (missing2 = "access_token")) {
          const err2 = {};
          vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
        }
      }
      var _valid1 = _errs9 === errors;
      valid2 = valid2 || _valid1;
    }
  }
  if (valid2)
    errors = _errs6, vErrors !== null && (_errs6 ? vErrors.length = _errs6 : vErrors = null);
  else {
    const err3 = {};
    vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
  }
  var valid1 = _errs5 === errors;
  if (valid1) {
    const err4 = { instancePath, schemaPath: "#/anyOf/0/not", keyword: "not", params: {} };
    vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
  } else
    errors = _errs4, vErrors !== null && (_errs4 ? vErrors.length = _errs4 : vErrors = null);
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.application_key === void 0) {
      const err5 = { instancePath, schemaPath: "#/anyOf/0/required", keyword: "required", params: { missingProperty: "application_key" } };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
    if (data.application_secret === void 0) {
      const err6 = { instancePath, schemaPath: "#/anyOf/0/required", keyword: "required", params: { missingProperty: "application_secret" } };
      vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
    }
    if (data.consumer_key === void 0) {
      const err7 = { instancePath, schemaPath: "#/anyOf/0/required", keyword: "required", params: { missingProperty: "consumer_key" } };
      vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
    }
  } else {
    const err8 = { instancePath, schemaPath: "#/anyOf/0/type", keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
  }
  var _valid0 = _errs2 === errors;
  if (valid0 = valid0 || _valid0, !valid0) {
    const _errs10 = errors, _errs12 = errors, _errs13 = errors, _errs14 = errors;
    let valid4 = !1;
    const _errs15 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing3;
      if (data.application_key === void 0 && (missing3 = "application_key")) {
        const err9 = {};
        vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
      }
    }
    var _valid2 = _errs15 === errors;
    if (valid4 = valid4 || _valid2, !valid4) {
      const _errs16 = errors;
      if (data && typeof data == "object" && !Array.isArray(data)) {
        let missing4;
        if (data.application_secret === void 0 && (missing4 = "application_secret")) {
          const err10 = {};
          vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
        }
      }
      var _valid2 = _errs16 === errors;
      if (valid4 = valid4 || _valid2, !valid4) {
        const _errs17 = errors;
        if (data && typeof data == "object" && !Array.isArray(data)) {
          let missing5;
          if (data.consumer_key === void 0 && (missing5 = "consumer_key")) {
            const err11 = {};
            vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
          }
        }
        var _valid2 = _errs17 === errors;
        if (valid4 = valid4 || _valid2, !valid4) {
          const _errs18 = errors;
          if (data && typeof data == "object" && !Array.isArray(data)) {
            let missing6;
            if (data.access_token === void 0 && (missing6 = "access_token")) {
              const err12 = {};
              vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
            }
          }
          var _valid2 = _errs18 === errors;
          if (valid4 = valid4 || _valid2, !valid4) {
            const _errs19 = errors;
            if (data && typeof data == "object" && !Array.isArray(data)) {
              let missing7;
              if (data.endpoint === void 0 && (missing7 = "endpoint")) {
                const err13 = {};
                vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
              } else if (data.endpoint !== void 0) {
                let data0 = data.endpoint;
                const _errs21 = errors, _errs22 = errors;
                if (!(data0 === "ovh-eu" || data0 === "ovh-ca" || data0 === "ovh-us")) {
                  const err14 = {};
                  vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
                }
                var valid6 = _errs22 === errors;
                if (valid6) {
                  const err15 = {};
                  vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
                } else
                  errors = _errs21, vErrors !== null && (_errs21 ? vErrors.length = _errs21 : vErrors = null);
              }
            }
            var _valid2 = _errs19 === errors;
            valid4 = valid4 || _valid2;
          }
        }
      }
    }
    if (valid4)
      errors = _errs14, vErrors !== null && (_errs14 ? vErrors.length = _errs14 : vErrors = null);
    else {
      const err16 = {};
      vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
    }
    var valid3 = _errs13 === errors;
    if (valid3) {
      const err17 = { instancePath, schemaPath: "#/anyOf/1/not", keyword: "not", params: {} };
      vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
    } else
      errors = _errs12, vErrors !== null && (_errs12 ? vErrors.length = _errs12 : vErrors = null);
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.client_id === void 0) {
        const err18 = { instancePath, schemaPath: "#/anyOf/1/required", keyword: "required", params: { missingProperty: "client_id" } };
        vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
      }
      if (data.client_secret === void 0) {
        const err19 = { instancePath, schemaPath: "#/anyOf/1/required", keyword: "required", params: { missingProperty: "client_secret" } };
        vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
      }
    } else {
      const err20 = { instancePath, schemaPath: "#/anyOf/1/type", keyword: "type", params: { type: "object" } };
      vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
    }
    var _valid0 = _errs10 === errors;
    if (valid0 = valid0 || _valid0, !valid0) {
      const _errs23 = errors, _errs25 = errors, _errs26 = errors, _errs27 = errors;
      let valid8 = !1;
      const _errs28 = errors;
      if (data && typeof data == "object" && !Array.isArray(data)) {
        let missing8;
        if (data.application_key === void 0 && (missing8 = "application_key")) {
          const err21 = {};
          vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
        }
      }
      var _valid3 = _errs28 === errors;
      if (valid8 = valid8 || _valid3, !valid8) {
        const _errs29 = errors;
        if (data && typeof data == "object" && !Array.isArray(data)) {
          let missing9;
          if (data.application_secret === void 0 && (missing9 = "application_secret")) {
            const err22 = {};
            vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
          }
        }
        var _valid3 = _errs29 === errors;
        if (valid8 = valid8 || _valid3, !valid8) {
          const _errs30 = errors;
          if (data && typeof data == "object" && !Array.isArray(data)) {
            let missing10;
            if (data.consumer_key === void 0 && (missing10 = "consumer_key")) {
              const err23 = {};
              vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
            }
          }
          var _valid3 = _errs30 === errors;
          if (valid8 = valid8 || _valid3, !valid8) {
            const _errs31 = errors;
            if (data && typeof data == "object" && !Array.isArray(data)) {
              let missing11;
              if (data.client_id === void 0 && (missing11 = "client_id")) {
                const err24 = {};
                vErrors === null ? vErrors = [err24] : vErrors.push(err24), errors++;
              }
            }
            var _valid3 = _errs31 === errors;
            if (valid8 = valid8 || _valid3, !valid8) {
              const _errs32 = errors;
              if (data && typeof data == "object" && !Array.isArray(data)) {
                let missing12;
                if (data.client_secret === void 0 && (missing12 = "client_secret")) {
                  const err25 = {};
                  vErrors === null ? vErrors = [err25] : vErrors.push(err25), errors++;
                }
              }
              var _valid3 = _errs32 === errors;
              valid8 = valid8 || _valid3;
            }
          }
        }
      }
      if (valid8)
        errors = _errs27, vErrors !== null && (_errs27 ? vErrors.length = _errs27 : vErrors = null);
      else {
        const err26 = {};
        vErrors === null ? vErrors = [err26] : vErrors.push(err26), errors++;
      }
      var valid7 = _errs26 === errors;
      if (valid7) {
        const err27 = { instancePath, schemaPath: "#/anyOf/2/not", keyword: "not", params: {} };
        vErrors === null ? vErrors = [err27] : vErrors.push(err27), errors++;
      } else
        errors = _errs25, vErrors !== null && (_errs25 ? vErrors.length = _errs25 : vErrors = null);
      if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.access_token === void 0) {
          const err28 = { instancePath, schemaPath: "#/anyOf/2/required", keyword: "required", params: { missingProperty: "access_token" } };
          vErrors === null ? vErrors = [err28] : vErrors.push(err28), errors++;
        }
      } else {
        const err29 = { instancePath, schemaPath: "#/anyOf/2/type", keyword: "type", params: { type: "object" } };
        vErrors === null ? vErrors = [err29] : vErrors.push(err29), errors++;
      }
      var _valid0 = _errs23 === errors;
      valid0 = valid0 || _valid0;
    }
  }
  if (valid0)
    errors = _errs1, vErrors !== null && (_errs1 ? vErrors.length = _errs1 : vErrors = null);
  else {
    const err30 = { instancePath, schemaPath: "#/anyOf", keyword: "anyOf", params: {} };
    vErrors === null ? vErrors = [err30] : vErrors.push(err30), errors++;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data)
      if (!func2.call(schema11.properties, key0)) {
        const err31 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err31] : vErrors.push(err31), errors++;
      }
    if (data.endpoint !== void 0) {
      let data1 = data.endpoint;
      if (typeof data1 != "string") {
        const err32 = { instancePath: instancePath + "/endpoint", schemaPath: "#/properties/endpoint/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err32] : vErrors.push(err32), errors++;
      }
      if (!(data1 === "ovh-eu" || data1 === "ovh-ca" || data1 === "ovh-us" || data1 === "kimsufi-eu" || data1 === "kimsufi-ca" || data1 === "soyoustart-eu" || data1 === "soyoustart-ca")) {
        const err33 = { instancePath: instancePath + "/endpoint", schemaPath: "#/properties/endpoint/enum", keyword: "enum", params: { allowedValues: schema11.properties.endpoint.enum } };
        vErrors === null ? vErrors = [err33] : vErrors.push(err33), errors++;
      }
    }
    if (data.application_key !== void 0) {
      let data2 = data.application_key;
      if (typeof data2 == "string") {
        if (!pattern0.test(data2)) {
          const err34 = { instancePath: instancePath + "/application_key", schemaPath: "#/properties/application_key/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9]{8,64}$" } };
          vErrors === null ? vErrors = [err34] : vErrors.push(err34), errors++;
        }
      } else {
        const err35 = { instancePath: instancePath + "/application_key", schemaPath: "#/properties/application_key/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err35] : vErrors.push(err35), errors++;
      }
    }
    if (data.application_secret !== void 0) {
      let data3 = data.application_secret;
      if (typeof data3 == "string") {
        if (!pattern0.test(data3)) {
          const err36 = { instancePath: instancePath + "/application_secret", schemaPath: "#/properties/application_secret/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9]{8,64}$" } };
          vErrors === null ? vErrors = [err36] : vErrors.push(err36), errors++;
        }
      } else {
        const err37 = { instancePath: instancePath + "/application_secret", schemaPath: "#/properties/application_secret/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err37] : vErrors.push(err37), errors++;
      }
    }
    if (data.consumer_key !== void 0) {
      let data4 = data.consumer_key;
      if (typeof data4 == "string") {
        if (!pattern0.test(data4)) {
          const err38 = { instancePath: instancePath + "/consumer_key", schemaPath: "#/properties/consumer_key/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9]{8,64}$" } };
          vErrors === null ? vErrors = [err38] : vErrors.push(err38), errors++;
        }
      } else {
        const err39 = { instancePath: instancePath + "/consumer_key", schemaPath: "#/properties/consumer_key/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err39] : vErrors.push(err39), errors++;
      }
    }
    if (data.client_id !== void 0) {
      let data5 = data.client_id;
      if (typeof data5 == "string") {
        if (!pattern3.test(data5)) {
          const err40 = { instancePath: instancePath + "/client_id", schemaPath: "#/properties/client_id/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9._-]{8,128}$" } };
          vErrors === null ? vErrors = [err40] : vErrors.push(err40), errors++;
        }
      } else {
        const err41 = { instancePath: instancePath + "/client_id", schemaPath: "#/properties/client_id/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err41] : vErrors.push(err41), errors++;
      }
    }
    if (data.client_secret !== void 0) {
      let data6 = data.client_secret;
      if (typeof data6 == "string") {
        if (!pattern4.test(data6)) {
          const err42 = { instancePath: instancePath + "/client_secret", schemaPath: "#/properties/client_secret/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9._~+/=-]{8,256}$" } };
          vErrors === null ? vErrors = [err42] : vErrors.push(err42), errors++;
        }
      } else {
        const err43 = { instancePath: instancePath + "/client_secret", schemaPath: "#/properties/client_secret/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err43] : vErrors.push(err43), errors++;
      }
    }
    if (data.access_token !== void 0) {
      let data7 = data.access_token;
      if (typeof data7 == "string") {
        if (!pattern5.test(data7)) {
          const err44 = { instancePath: instancePath + "/access_token", schemaPath: "#/properties/access_token/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9._~+/-]{8,}=*$" } };
          vErrors === null ? vErrors = [err44] : vErrors.push(err44), errors++;
        }
      } else {
        const err45 = { instancePath: instancePath + "/access_token", schemaPath: "#/properties/access_token/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err45] : vErrors.push(err45), errors++;
      }
    }
    if (data.project_ids !== void 0) {
      let data8 = data.project_ids;
      if (typeof data8 == "string") {
        if (!pattern6.test(data8)) {
          const err46 = { instancePath: instancePath + "/project_ids", schemaPath: "#/properties/project_ids/pattern", keyword: "pattern", params: { pattern: "^\\s*[0-9a-f]{32}\\s*(,\\s*[0-9a-f]{32}\\s*)*$" } };
          vErrors === null ? vErrors = [err46] : vErrors.push(err46), errors++;
        }
      } else {
        const err47 = { instancePath: instancePath + "/project_ids", schemaPath: "#/properties/project_ids/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err47] : vErrors.push(err47), errors++;
      }
    }
    if (data.kinds !== void 0) {
      let data9 = data.kinds;
      if (typeof data9 == "string") {
        if (!pattern7.test(data9)) {
          const err48 = { instancePath: instancePath + "/kinds", schemaPath: "#/properties/kinds/pattern", keyword: "pattern", params: { pattern: "^\\s*[a-z0-9*][a-z0-9.*-]*\\s*(,\\s*[a-z0-9*][a-z0-9.*-]*\\s*)*$" } };
          vErrors === null ? vErrors = [err48] : vErrors.push(err48), errors++;
        }
      } else {
        const err49 = { instancePath: instancePath + "/kinds", schemaPath: "#/properties/kinds/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err49] : vErrors.push(err49), errors++;
      }
    }
    if (data.regions !== void 0) {
      let data10 = data.regions;
      if (typeof data10 == "string") {
        if (!pattern8.test(data10)) {
          const err50 = { instancePath: instancePath + "/regions", schemaPath: "#/properties/regions/pattern", keyword: "pattern", params: { pattern: "^\\s*[A-Za-z0-9][A-Za-z0-9-]*\\s*(,\\s*[A-Za-z0-9][A-Za-z0-9-]*\\s*)*$" } };
          vErrors === null ? vErrors = [err50] : vErrors.push(err50), errors++;
        }
      } else {
        const err51 = { instancePath: instancePath + "/regions", schemaPath: "#/properties/regions/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err51] : vErrors.push(err51), errors++;
      }
    }
    if (data.max_in_flight !== void 0) {
      let data11 = data.max_in_flight;
      if (typeof data11 == "string") {
        if (!pattern9.test(data11)) {
          const err52 = { instancePath: instancePath + "/max_in_flight", schemaPath: "#/properties/max_in_flight/pattern", keyword: "pattern", params: { pattern: "^([1-9]|[1-9][0-9]|100)$" } };
          vErrors === null ? vErrors = [err52] : vErrors.push(err52), errors++;
        }
      } else {
        const err53 = { instancePath: instancePath + "/max_in_flight", schemaPath: "#/properties/max_in_flight/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err53] : vErrors.push(err53), errors++;
      }
    }
    if (data.max_requests_per_minute !== void 0) {
      let data12 = data.max_requests_per_minute;
      if (typeof data12 == "string") {
        if (!pattern10.test(data12)) {
          const err54 = { instancePath: instancePath + "/max_requests_per_minute", schemaPath: "#/properties/max_requests_per_minute/pattern", keyword: "pattern", params: { pattern: "^(0|[1-9][0-9]{0,5}|1000000)$" } };
          vErrors === null ? vErrors = [err54] : vErrors.push(err54), errors++;
        }
      } else {
        const err55 = { instancePath: instancePath + "/max_requests_per_minute", schemaPath: "#/properties/max_requests_per_minute/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err55] : vErrors.push(err55), errors++;
      }
    }
    if (data.expiry_warning_days !== void 0) {
      let data13 = data.expiry_warning_days;
      if (typeof data13 == "string") {
        if (!pattern11.test(data13)) {
          const err56 = { instancePath: instancePath + "/expiry_warning_days", schemaPath: "#/properties/expiry_warning_days/pattern", keyword: "pattern", params: { pattern: "^\\s*([1-9][0-9]{0,2})\\s*(,\\s*([1-9][0-9]{0,2})\\s*)*$" } };
          vErrors === null ? vErrors = [err56] : vErrors.push(err56), errors++;
        }
      } else {
        const err57 = { instancePath: instancePath + "/expiry_warning_days", schemaPath: "#/properties/expiry_warning_days/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err57] : vErrors.push(err57), errors++;
      }
    }
    if (data.on_incomplete !== void 0) {
      let data14 = data.on_incomplete;
      if (typeof data14 != "string") {
        const err58 = { instancePath: instancePath + "/on_incomplete", schemaPath: "#/properties/on_incomplete/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err58] : vErrors.push(err58), errors++;
      }
      if (!(data14 === "fail" || data14 === "accept")) {
        const err59 = { instancePath: instancePath + "/on_incomplete", schemaPath: "#/properties/on_incomplete/enum", keyword: "enum", params: { allowedValues: schema11.properties.on_incomplete.enum } };
        vErrors === null ? vErrors = [err59] : vErrors.push(err59), errors++;
      }
    }
    if (data.accepted_gaps !== void 0) {
      let data15 = data.accepted_gaps;
      if (typeof data15 == "string") {
        if (!pattern12.test(data15)) {
          const err60 = { instancePath: instancePath + "/accepted_gaps", schemaPath: "#/properties/accepted_gaps/pattern", keyword: "pattern", params: { pattern: "^\\s*[a-z0-9*][a-z0-9.*-]*(@[A-Za-z0-9*][A-Za-z0-9.*/_-]*)?\\s*(,\\s*[a-z0-9*][a-z0-9.*-]*(@[A-Za-z0-9*][A-Za-z0-9.*/_-]*)?\\s*)*$" } };
          vErrors === null ? vErrors = [err60] : vErrors.push(err60), errors++;
        }
      } else {
        const err61 = { instancePath: instancePath + "/accepted_gaps", schemaPath: "#/properties/accepted_gaps/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err61] : vErrors.push(err61), errors++;
      }
    }
    if (data.expected_account !== void 0) {
      let data16 = data.expected_account;
      if (typeof data16 == "string") {
        if (!pattern13.test(data16)) {
          const err62 = { instancePath: instancePath + "/expected_account", schemaPath: "#/properties/expected_account/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{1,63}$" } };
          vErrors === null ? vErrors = [err62] : vErrors.push(err62), errors++;
        }
      } else {
        const err63 = { instancePath: instancePath + "/expected_account", schemaPath: "#/properties/expected_account/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err63] : vErrors.push(err63), errors++;
      }
    }
  } else {
    const err64 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err64] : vErrors.push(err64), errors++;
  }
  return validate10.errors = vErrors, errors === 0;
}
const validator1 = validate11, schema12 = { type: "object", properties: { scw_access_key: { type: "string", pattern: "^SCW[A-Z0-9]{17}$" }, scw_secret_key: { type: "string", pattern: "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$" }, scw_project_id: { type: "string", pattern: "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$" }, scw_project_ids: { type: "string", pattern: "^\\s*[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}\\s*(,\\s*[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}\\s*)*$" }, scw_scope: { type: "string", enum: ["organization", "project"] }, scw_organization_id: { type: "string", pattern: "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$" }, kinds: { type: "string", pattern: "^\\s*[a-z0-9*][a-z0-9.*-]*\\s*(,\\s*[a-z0-9*][a-z0-9.*-]*\\s*)*$" }, regions: { type: "string", pattern: "^\\s*[a-z]{2}-[a-z]{3}(-[1-9][0-9]?)?\\s*(,\\s*[a-z]{2}-[a-z]{3}(-[1-9][0-9]?)?\\s*)*$" }, max_in_flight: { type: "string", pattern: "^([1-9]|[1-9][0-9]|100)$" }, max_requests_per_minute: { type: "string", pattern: "^(0|[1-9][0-9]{0,5}|1000000)$" }, expiry_warning_days: { type: "string", pattern: "^\\s*([1-9][0-9]{0,2})\\s*(,\\s*([1-9][0-9]{0,2})\\s*)*$" }, on_incomplete: { type: "string", enum: ["fail", "accept"] }, accepted_gaps: { type: "string", pattern: "^\\s*[a-z0-9*][a-z0-9.*-]*(@[A-Za-z0-9*][A-Za-z0-9.*/_-]*)?\\s*(,\\s*[a-z0-9*][a-z0-9.*-]*(@[A-Za-z0-9*][A-Za-z0-9.*/_-]*)?\\s*)*$" }, expected_account: { type: "string", pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{1,63}$" } }, required: ["scw_project_id", "scw_access_key", "scw_secret_key"], if: { properties: { scw_scope: { const: "organization" } }, required: ["scw_scope"] }, then: { required: ["scw_organization_id"] }, additionalProperties: !1 }, pattern14 = new RegExp("^SCW[A-Z0-9]{17}$", "u"), pattern15 = new RegExp("^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$", "u"), pattern17 = new RegExp("^\\s*[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}\\s*(,\\s*[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}\\s*)*$", "u"), pattern20 = new RegExp("^\\s*[a-z]{2}-[a-z]{3}(-[1-9][0-9]?)?\\s*(,\\s*[a-z]{2}-[a-z]{3}(-[1-9][0-9]?)?\\s*)*$", "u");
function validate11(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  const _errs1 = errors;
  let valid0 = !0;
  const _errs2 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    let missing0;
    if (data.scw_scope === void 0 && (missing0 = "scw_scope")) {
      const err0 = {};
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    } else if (data.scw_scope !== void 0 && data.scw_scope !== "organization") {
      const err1 = {};
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
  }
  var _valid0 = _errs2 === errors;
  if (errors = _errs1, vErrors !== null && (_errs1 ? vErrors.length = _errs1 : vErrors = null), _valid0) {
    const _errs4 = errors;
    if (data && typeof data == "object" && !Array.isArray(data) && data.scw_organization_id === void 0) {
      const err2 = { instancePath, schemaPath: "#/then/required", keyword: "required", params: { missingProperty: "scw_organization_id" } };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    var _valid0 = _errs4 === errors;
    valid0 = _valid0;
  }
  if (!valid0) {
    const err3 = { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: "then" } };
    vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.scw_project_id === void 0) {
      const err4 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "scw_project_id" } };
      vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
    }
    if (data.scw_access_key === void 0) {
      const err5 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "scw_access_key" } };
      vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
    }
    if (data.scw_secret_key === void 0) {
      const err6 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "scw_secret_key" } };
      vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
    }
    for (const key0 in data)
      if (!func2.call(schema12.properties, key0)) {
        const err7 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    if (data.scw_access_key !== void 0) {
      let data1 = data.scw_access_key;
      if (typeof data1 == "string") {
        if (!pattern14.test(data1)) {
          const err8 = { instancePath: instancePath + "/scw_access_key", schemaPath: "#/properties/scw_access_key/pattern", keyword: "pattern", params: { pattern: "^SCW[A-Z0-9]{17}$" } };
          vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
        }
      } else {
        const err9 = { instancePath: instancePath + "/scw_access_key", schemaPath: "#/properties/scw_access_key/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
      }
    }
    if (data.scw_secret_key !== void 0) {
      let data2 = data.scw_secret_key;
      if (typeof data2 == "string") {
        if (!pattern15.test(data2)) {
          const err10 = { instancePath: instancePath + "/scw_secret_key", schemaPath: "#/properties/scw_secret_key/pattern", keyword: "pattern", params: { pattern: "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$" } };
          vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
        }
      } else {
        const err11 = { instancePath: instancePath + "/scw_secret_key", schemaPath: "#/properties/scw_secret_key/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
      }
    }
    if (data.scw_project_id !== void 0) {
      let data3 = data.scw_project_id;
      if (typeof data3 == "string") {
        if (!pattern15.test(data3)) {
          const err12 = { instancePath: instancePath + "/scw_project_id", schemaPath: "#/properties/scw_project_id/pattern", keyword: "pattern", params: { pattern: "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$" } };
          vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
        }
      } else {
        const err13 = { instancePath: instancePath + "/scw_project_id", schemaPath: "#/properties/scw_project_id/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
      }
    }
    if (data.scw_project_ids !== void 0) {
      let data4 = data.scw_project_ids;
      if (typeof data4 == "string") {
        if (!pattern17.test(data4)) {
          const err14 = { instancePath: instancePath + "/scw_project_ids", schemaPath: "#/properties/scw_project_ids/pattern", keyword: "pattern", params: { pattern: "^\\s*[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}\\s*(,\\s*[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}\\s*)*$" } };
          vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
        }
      } else {
        const err15 = { instancePath: instancePath + "/scw_project_ids", schemaPath: "#/properties/scw_project_ids/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
      }
    }
    if (data.scw_scope !== void 0) {
      let data5 = data.scw_scope;
      if (typeof data5 != "string") {
        const err16 = { instancePath: instancePath + "/scw_scope", schemaPath: "#/properties/scw_scope/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
      }
      if (!(data5 === "organization" || data5 === "project")) {
        const err17 = { instancePath: instancePath + "/scw_scope", schemaPath: "#/properties/scw_scope/enum", keyword: "enum", params: { allowedValues: schema12.properties.scw_scope.enum } };
        vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
      }
    }
    if (data.scw_organization_id !== void 0) {
      let data6 = data.scw_organization_id;
      if (typeof data6 == "string") {
        if (!pattern15.test(data6)) {
          const err18 = { instancePath: instancePath + "/scw_organization_id", schemaPath: "#/properties/scw_organization_id/pattern", keyword: "pattern", params: { pattern: "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$" } };
          vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
        }
      } else {
        const err19 = { instancePath: instancePath + "/scw_organization_id", schemaPath: "#/properties/scw_organization_id/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
      }
    }
    if (data.kinds !== void 0) {
      let data7 = data.kinds;
      if (typeof data7 == "string") {
        if (!pattern7.test(data7)) {
          const err20 = { instancePath: instancePath + "/kinds", schemaPath: "#/properties/kinds/pattern", keyword: "pattern", params: { pattern: "^\\s*[a-z0-9*][a-z0-9.*-]*\\s*(,\\s*[a-z0-9*][a-z0-9.*-]*\\s*)*$" } };
          vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
        }
      } else {
        const err21 = { instancePath: instancePath + "/kinds", schemaPath: "#/properties/kinds/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
      }
    }
    if (data.regions !== void 0) {
      let data8 = data.regions;
      if (typeof data8 == "string") {
        if (!pattern20.test(data8)) {
          const err22 = { instancePath: instancePath + "/regions", schemaPath: "#/properties/regions/pattern", keyword: "pattern", params: { pattern: "^\\s*[a-z]{2}-[a-z]{3}(-[1-9][0-9]?)?\\s*(,\\s*[a-z]{2}-[a-z]{3}(-[1-9][0-9]?)?\\s*)*$" } };
          vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
        }
      } else {
        const err23 = { instancePath: instancePath + "/regions", schemaPath: "#/properties/regions/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
      }
    }
    if (data.max_in_flight !== void 0) {
      let data9 = data.max_in_flight;
      if (typeof data9 == "string") {
        if (!pattern9.test(data9)) {
          const err24 = { instancePath: instancePath + "/max_in_flight", schemaPath: "#/properties/max_in_flight/pattern", keyword: "pattern", params: { pattern: "^([1-9]|[1-9][0-9]|100)$" } };
          vErrors === null ? vErrors = [err24] : vErrors.push(err24), errors++;
        }
      } else {
        const err25 = { instancePath: instancePath + "/max_in_flight", schemaPath: "#/properties/max_in_flight/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err25] : vErrors.push(err25), errors++;
      }
    }
    if (data.max_requests_per_minute !== void 0) {
      let data10 = data.max_requests_per_minute;
      if (typeof data10 == "string") {
        if (!pattern10.test(data10)) {
          const err26 = { instancePath: instancePath + "/max_requests_per_minute", schemaPath: "#/properties/max_requests_per_minute/pattern", keyword: "pattern", params: { pattern: "^(0|[1-9][0-9]{0,5}|1000000)$" } };
          vErrors === null ? vErrors = [err26] : vErrors.push(err26), errors++;
        }
      } else {
        const err27 = { instancePath: instancePath + "/max_requests_per_minute", schemaPath: "#/properties/max_requests_per_minute/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err27] : vErrors.push(err27), errors++;
      }
    }
    if (data.expiry_warning_days !== void 0) {
      let data11 = data.expiry_warning_days;
      if (typeof data11 == "string") {
        if (!pattern11.test(data11)) {
          const err28 = { instancePath: instancePath + "/expiry_warning_days", schemaPath: "#/properties/expiry_warning_days/pattern", keyword: "pattern", params: { pattern: "^\\s*([1-9][0-9]{0,2})\\s*(,\\s*([1-9][0-9]{0,2})\\s*)*$" } };
          vErrors === null ? vErrors = [err28] : vErrors.push(err28), errors++;
        }
      } else {
        const err29 = { instancePath: instancePath + "/expiry_warning_days", schemaPath: "#/properties/expiry_warning_days/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err29] : vErrors.push(err29), errors++;
      }
    }
    if (data.on_incomplete !== void 0) {
      let data12 = data.on_incomplete;
      if (typeof data12 != "string") {
        const err30 = { instancePath: instancePath + "/on_incomplete", schemaPath: "#/properties/on_incomplete/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err30] : vErrors.push(err30), errors++;
      }
      if (!(data12 === "fail" || data12 === "accept")) {
        const err31 = { instancePath: instancePath + "/on_incomplete", schemaPath: "#/properties/on_incomplete/enum", keyword: "enum", params: { allowedValues: schema12.properties.on_incomplete.enum } };
        vErrors === null ? vErrors = [err31] : vErrors.push(err31), errors++;
      }
    }
    if (data.accepted_gaps !== void 0) {
      let data13 = data.accepted_gaps;
      if (typeof data13 == "string") {
        if (!pattern12.test(data13)) {
          const err32 = { instancePath: instancePath + "/accepted_gaps", schemaPath: "#/properties/accepted_gaps/pattern", keyword: "pattern", params: { pattern: "^\\s*[a-z0-9*][a-z0-9.*-]*(@[A-Za-z0-9*][A-Za-z0-9.*/_-]*)?\\s*(,\\s*[a-z0-9*][a-z0-9.*-]*(@[A-Za-z0-9*][A-Za-z0-9.*/_-]*)?\\s*)*$" } };
          vErrors === null ? vErrors = [err32] : vErrors.push(err32), errors++;
        }
      } else {
        const err33 = { instancePath: instancePath + "/accepted_gaps", schemaPath: "#/properties/accepted_gaps/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err33] : vErrors.push(err33), errors++;
      }
    }
    if (data.expected_account !== void 0) {
      let data14 = data.expected_account;
      if (typeof data14 == "string") {
        if (!pattern13.test(data14)) {
          const err34 = { instancePath: instancePath + "/expected_account", schemaPath: "#/properties/expected_account/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{1,63}$" } };
          vErrors === null ? vErrors = [err34] : vErrors.push(err34), errors++;
        }
      } else {
        const err35 = { instancePath: instancePath + "/expected_account", schemaPath: "#/properties/expected_account/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err35] : vErrors.push(err35), errors++;
      }
    }
  } else {
    const err36 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err36] : vErrors.push(err36), errors++;
  }
  return validate11.errors = vErrors, errors === 0;
}
const validator2 = validate12, schema13 = { type: "object", properties: { project_subdomain: { type: "string", pattern: "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$" }, api_key: { type: "string", pattern: "^[A-Za-z0-9-]{8,256}$" }, secret_key: { type: "string", pattern: "^[A-Za-z0-9-]{8,256}$" }, kinds: { type: "string", pattern: "^\\s*[a-z0-9*][a-z0-9.*-]*\\s*(,\\s*[a-z0-9*][a-z0-9.*-]*\\s*)*$" }, regions: { type: "string", pattern: "^\\s*[A-Za-z0-9][A-Za-z0-9-]*\\s*(,\\s*[A-Za-z0-9][A-Za-z0-9-]*\\s*)*$" }, key_expires_at: { type: "string", pattern: "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))$|^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|([+-](?:[01]\\d|2[0-3]):[0-5]\\d)))$" }, max_in_flight: { type: "string", pattern: "^([1-9]|[1-9][0-9]|100)$" }, max_requests_per_minute: { type: "string", pattern: "^(0|[1-9][0-9]{0,5}|1000000)$" }, expiry_warning_days: { type: "string", pattern: "^\\s*([1-9][0-9]{0,2})\\s*(,\\s*([1-9][0-9]{0,2})\\s*)*$" }, on_incomplete: { type: "string", enum: ["fail", "accept"] }, accepted_gaps: { type: "string", pattern: "^\\s*[a-z0-9*][a-z0-9.*-]*(@[A-Za-z0-9*][A-Za-z0-9.*/_-]*)?\\s*(,\\s*[a-z0-9*][a-z0-9.*-]*(@[A-Za-z0-9*][A-Za-z0-9.*/_-]*)?\\s*)*$" }, expected_account: { type: "string", pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{1,63}$" } }, required: ["project_subdomain", "api_key", "secret_key"], additionalProperties: !1 }, pattern26 = new RegExp("^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$", "u"), pattern27 = new RegExp("^[A-Za-z0-9-]{8,256}$", "u"), pattern31 = new RegExp("^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))$|^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|([+-](?:[01]\\d|2[0-3]):[0-5]\\d)))$", "u");
function validate12(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null, errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.project_subdomain === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "project_subdomain" } };
      vErrors === null ? vErrors = [err0] : vErrors.push(err0), errors++;
    }
    if (data.api_key === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "api_key" } };
      vErrors === null ? vErrors = [err1] : vErrors.push(err1), errors++;
    }
    if (data.secret_key === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "secret_key" } };
      vErrors === null ? vErrors = [err2] : vErrors.push(err2), errors++;
    }
    for (const key0 in data)
      if (!func2.call(schema13.properties, key0)) {
        const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
        vErrors === null ? vErrors = [err3] : vErrors.push(err3), errors++;
      }
    if (data.project_subdomain !== void 0) {
      let data0 = data.project_subdomain;
      if (typeof data0 == "string") {
        if (!pattern26.test(data0)) {
          const err4 = { instancePath: instancePath + "/project_subdomain", schemaPath: "#/properties/project_subdomain/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$" } };
          vErrors === null ? vErrors = [err4] : vErrors.push(err4), errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/project_subdomain", schemaPath: "#/properties/project_subdomain/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err5] : vErrors.push(err5), errors++;
      }
    }
    if (data.api_key !== void 0) {
      let data1 = data.api_key;
      if (typeof data1 == "string") {
        if (!pattern27.test(data1)) {
          const err6 = { instancePath: instancePath + "/api_key", schemaPath: "#/properties/api_key/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9-]{8,256}$" } };
          vErrors === null ? vErrors = [err6] : vErrors.push(err6), errors++;
        }
      } else {
        const err7 = { instancePath: instancePath + "/api_key", schemaPath: "#/properties/api_key/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err7] : vErrors.push(err7), errors++;
      }
    }
    if (data.secret_key !== void 0) {
      let data2 = data.secret_key;
      if (typeof data2 == "string") {
        if (!pattern27.test(data2)) {
          const err8 = { instancePath: instancePath + "/secret_key", schemaPath: "#/properties/secret_key/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9-]{8,256}$" } };
          vErrors === null ? vErrors = [err8] : vErrors.push(err8), errors++;
        }
      } else {
        const err9 = { instancePath: instancePath + "/secret_key", schemaPath: "#/properties/secret_key/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err9] : vErrors.push(err9), errors++;
      }
    }
    if (data.kinds !== void 0) {
      let data3 = data.kinds;
      if (typeof data3 == "string") {
        if (!pattern7.test(data3)) {
          const err10 = { instancePath: instancePath + "/kinds", schemaPath: "#/properties/kinds/pattern", keyword: "pattern", params: { pattern: "^\\s*[a-z0-9*][a-z0-9.*-]*\\s*(,\\s*[a-z0-9*][a-z0-9.*-]*\\s*)*$" } };
          vErrors === null ? vErrors = [err10] : vErrors.push(err10), errors++;
        }
      } else {
        const err11 = { instancePath: instancePath + "/kinds", schemaPath: "#/properties/kinds/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err11] : vErrors.push(err11), errors++;
      }
    }
    if (data.regions !== void 0) {
      let data4 = data.regions;
      if (typeof data4 == "string") {
        if (!pattern8.test(data4)) {
          const err12 = { instancePath: instancePath + "/regions", schemaPath: "#/properties/regions/pattern", keyword: "pattern", params: { pattern: "^\\s*[A-Za-z0-9][A-Za-z0-9-]*\\s*(,\\s*[A-Za-z0-9][A-Za-z0-9-]*\\s*)*$" } };
          vErrors === null ? vErrors = [err12] : vErrors.push(err12), errors++;
        }
      } else {
        const err13 = { instancePath: instancePath + "/regions", schemaPath: "#/properties/regions/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err13] : vErrors.push(err13), errors++;
      }
    }
    if (data.key_expires_at !== void 0) {
      let data5 = data.key_expires_at;
      if (typeof data5 == "string") {
        if (!pattern31.test(data5)) {
          const err14 = { instancePath: instancePath + "/key_expires_at", schemaPath: "#/properties/key_expires_at/pattern", keyword: "pattern", params: { pattern: "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))$|^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|([+-](?:[01]\\d|2[0-3]):[0-5]\\d)))$" } };
          vErrors === null ? vErrors = [err14] : vErrors.push(err14), errors++;
        }
      } else {
        const err15 = { instancePath: instancePath + "/key_expires_at", schemaPath: "#/properties/key_expires_at/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err15] : vErrors.push(err15), errors++;
      }
    }
    if (data.max_in_flight !== void 0) {
      let data6 = data.max_in_flight;
      if (typeof data6 == "string") {
        if (!pattern9.test(data6)) {
          const err16 = { instancePath: instancePath + "/max_in_flight", schemaPath: "#/properties/max_in_flight/pattern", keyword: "pattern", params: { pattern: "^([1-9]|[1-9][0-9]|100)$" } };
          vErrors === null ? vErrors = [err16] : vErrors.push(err16), errors++;
        }
      } else {
        const err17 = { instancePath: instancePath + "/max_in_flight", schemaPath: "#/properties/max_in_flight/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err17] : vErrors.push(err17), errors++;
      }
    }
    if (data.max_requests_per_minute !== void 0) {
      let data7 = data.max_requests_per_minute;
      if (typeof data7 == "string") {
        if (!pattern10.test(data7)) {
          const err18 = { instancePath: instancePath + "/max_requests_per_minute", schemaPath: "#/properties/max_requests_per_minute/pattern", keyword: "pattern", params: { pattern: "^(0|[1-9][0-9]{0,5}|1000000)$" } };
          vErrors === null ? vErrors = [err18] : vErrors.push(err18), errors++;
        }
      } else {
        const err19 = { instancePath: instancePath + "/max_requests_per_minute", schemaPath: "#/properties/max_requests_per_minute/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err19] : vErrors.push(err19), errors++;
      }
    }
    if (data.expiry_warning_days !== void 0) {
      let data8 = data.expiry_warning_days;
      if (typeof data8 == "string") {
        if (!pattern11.test(data8)) {
          const err20 = { instancePath: instancePath + "/expiry_warning_days", schemaPath: "#/properties/expiry_warning_days/pattern", keyword: "pattern", params: { pattern: "^\\s*([1-9][0-9]{0,2})\\s*(,\\s*([1-9][0-9]{0,2})\\s*)*$" } };
          vErrors === null ? vErrors = [err20] : vErrors.push(err20), errors++;
        }
      } else {
        const err21 = { instancePath: instancePath + "/expiry_warning_days", schemaPath: "#/properties/expiry_warning_days/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err21] : vErrors.push(err21), errors++;
      }
    }
    if (data.on_incomplete !== void 0) {
      let data9 = data.on_incomplete;
      if (typeof data9 != "string") {
        const err22 = { instancePath: instancePath + "/on_incomplete", schemaPath: "#/properties/on_incomplete/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err22] : vErrors.push(err22), errors++;
      }
      if (!(data9 === "fail" || data9 === "accept")) {
        const err23 = { instancePath: instancePath + "/on_incomplete", schemaPath: "#/properties/on_incomplete/enum", keyword: "enum", params: { allowedValues: schema13.properties.on_incomplete.enum } };
        vErrors === null ? vErrors = [err23] : vErrors.push(err23), errors++;
      }
    }
    if (data.accepted_gaps !== void 0) {
      let data10 = data.accepted_gaps;
      if (typeof data10 == "string") {
        if (!pattern12.test(data10)) {
          const err24 = { instancePath: instancePath + "/accepted_gaps", schemaPath: "#/properties/accepted_gaps/pattern", keyword: "pattern", params: { pattern: "^\\s*[a-z0-9*][a-z0-9.*-]*(@[A-Za-z0-9*][A-Za-z0-9.*/_-]*)?\\s*(,\\s*[a-z0-9*][a-z0-9.*-]*(@[A-Za-z0-9*][A-Za-z0-9.*/_-]*)?\\s*)*$" } };
          vErrors === null ? vErrors = [err24] : vErrors.push(err24), errors++;
        }
      } else {
        const err25 = { instancePath: instancePath + "/accepted_gaps", schemaPath: "#/properties/accepted_gaps/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err25] : vErrors.push(err25), errors++;
      }
    }
    if (data.expected_account !== void 0) {
      let data11 = data.expected_account;
      if (typeof data11 == "string") {
        if (!pattern13.test(data11)) {
          const err26 = { instancePath: instancePath + "/expected_account", schemaPath: "#/properties/expected_account/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{1,63}$" } };
          vErrors === null ? vErrors = [err26] : vErrors.push(err26), errors++;
        }
      } else {
        const err27 = { instancePath: instancePath + "/expected_account", schemaPath: "#/properties/expected_account/type", keyword: "type", params: { type: "string" } };
        vErrors === null ? vErrors = [err27] : vErrors.push(err27), errors++;
      }
    }
  } else {
    const err28 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
    vErrors === null ? vErrors = [err28] : vErrors.push(err28), errors++;
  }
  return validate12.errors = vErrors, errors === 0;
}
const configValidators = { ovh: validator0, scaleway: validator1, "ovh-data-platform": validator2 };
export {
  configValidators
};
