using System.Collections.Frozen;

namespace SyncGen.Projection;

/// <summary>Which files of templates/runtime/ the output carries: those that declarations name, and what those need in turn.</summary>
internal static class RuntimeFiles
{
    /// <summary>What each file needs directly. A test reads the files and compares.</summary>
    public static readonly FrozenDictionary<string, ImmutableArray<string>> Needs = new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal)
    {
        ["ApiJsonContext.cs"] = [],
        ["IJsonScalarCodec.cs"] = ["IJsonCodec.cs"],
        ["IJsonMap.cs"] = ["IJsonCodec.cs"],
        ["IValidated.cs"] = ["Violation.cs"],
        ["IValidatedPart.cs"] = ["ViolationList.cs"],
        ["JsonAny.cs"] = ["IJsonCodec.cs", "JsonElementText.cs", "JsonFreeText.cs"],
        ["JsonBase64.cs"] = ["IJsonScalarCodec.cs", "JsonError.cs"],
        ["JsonBase64Url.cs"] = ["IJsonScalarCodec.cs", "JsonError.cs", "JsonRead.cs"],
        ["JsonBigInteger.cs"] = ["IJsonCodec.cs", "JsonInteger.cs"],
        ["JsonBoolean.cs"] = ["IJsonScalarCodec.cs", "JsonError.cs"],
        ["JsonCases.cs"] = ["JsonKinds.cs", "JsonRead.cs", "JsonPeek.cs"],
        ["IJsonCheck.cs"] = ["JsonCheck.cs"],
        ["JsonArrayCheck.cs"] = ["JsonCheck.cs", "JsonEquality.cs", "JsonPartCheck.cs", "JsonRestCheck.cs", "JsonTree.cs"],
        ["JsonCheck.cs"] = ["IJsonCheck.cs", "JsonLastMembers.cs", "JsonLeniency.cs", "JsonListedCheck.cs", "JsonMarks.cs", "JsonTree.cs"],
        ["JsonChecked.cs"] = ["IJsonCheck.cs", "IJsonCodec.cs"],
        ["JsonEquality.cs"] = ["JsonNumberText.cs", "JsonTree.cs"],
        ["JsonLastMembers.cs"] = ["JsonTree.cs"],
        ["IListedText.cs"] = ["KnownTexts.cs"],
        ["JsonListedText.cs"] = ["IJsonScalarCodec.cs", "IListedText.cs", "JsonError.cs", "JsonRead.cs", "JsonString.cs"],
        ["JsonListedCheck.cs"] = ["JsonCheck.cs", "JsonEquality.cs", "JsonTree.cs", "JsonValueCheck.cs"],
        ["JsonObjectCheck.cs"] = ["JsonCheck.cs", "JsonPartCheck.cs", "JsonRestCheck.cs", "JsonTree.cs", "JsonValueCheck.cs"],
        ["JsonParts.cs"] = ["JsonCheck.cs", "JsonTextCheck.cs", "JsonTree.cs"],
        ["JsonPartCheck.cs"] = ["JsonCheck.cs", "JsonTree.cs"],
        ["JsonRestCheck.cs"] = ["JsonCheck.cs", "JsonTree.cs"],
        ["JsonNodes.cs"] = ["JsonError.cs", "JsonScan.cs", "JsonTree.cs"],
        ["JsonTree.cs"] = ["JsonCheck.cs", "JsonLeniency.cs", "JsonMarks.cs", "JsonNodes.cs", "JsonTextCheck.cs"],
        ["JsonValueCheck.cs"] = ["JsonCheck.cs", "JsonKinds.cs", "JsonNumberText.cs", "JsonPartCheck.cs"],
        ["JsonCodecConverter.cs"] = ["IJsonCodec.cs", "JsonErrorLocation.cs", "PatternBudget.cs"],
        ["JsonDateOnly.cs"] = ["IJsonCodec.cs", "JsonDateText.cs", "JsonError.cs", "JsonRead.cs"],
        ["JsonDateTimeOffset.cs"] = ["IJsonScalarCodec.cs", "JsonDateText.cs", "JsonError.cs", "JsonRead.cs"],
        ["JsonDecimal.cs"] = ["IJsonScalarCodec.cs", "JsonError.cs"],
        ["JsonDouble.cs"] = ["IJsonScalarCodec.cs", "JsonError.cs"],
        ["JsonError.cs"] = ["JsonRead.cs"],
        ["JsonErrorLocation.cs"] = ["JsonPathFinder.cs", "JsonValueException.cs"],
        ["JsonTagged.cs"] = ["IJsonCodec.cs", "JsonError.cs", "JsonRead.cs"],
        ["JsonFixed.cs"] = ["IJsonCodec.cs", "JsonError.cs", "JsonRead.cs"],
        ["JsonFreeText.cs"] = ["JsonElementText.cs", "JsonError.cs", "JsonNameCheck.cs", "JsonTextCheck.cs"],
        ["JsonFormat.cs"] = ["IJsonCodec.cs", "JsonBuffer.cs", "JsonCodecConverter.cs", "JsonErrorLocation.cs", "JsonLimits.cs", "JsonList.cs", "JsonMap.cs", "JsonWriters.cs", "PatternBudget.cs"],
        ["JsonGuid.cs"] = ["IJsonScalarCodec.cs", "JsonError.cs"],
        ["JsonInt32.cs"] = ["IJsonScalarCodec.cs", "JsonInteger.cs"],
        ["JsonInt64.cs"] = ["IJsonScalarCodec.cs", "JsonInteger.cs"],
        ["JsonInteger.cs"] = ["JsonError.cs"],
        ["JsonIntegerList.cs"] = ["IJsonCodec.cs", "JsonList.cs"],
        ["JsonKinds.cs"] = ["JsonRead.cs"],
        ["JsonLastAny.cs"] = ["IJsonCodec.cs", "JsonAny.cs", "JsonFreeText.cs"],
        ["JsonLastMap.cs"] = ["IJsonMap.cs", "JsonMap.cs", "JsonRead.cs"],
        ["JsonLastRaw.cs"] = ["IJsonCodec.cs", "JsonFreeText.cs", "JsonRaw.cs", "RawJson.cs"],
        ["JsonTimeOnly.cs"] = ["IJsonCodec.cs", "JsonDateText.cs", "JsonError.cs", "JsonRead.cs"],
        ["JsonTimeSpan.cs"] = ["IJsonCodec.cs", "JsonDurationText.cs", "JsonError.cs", "JsonRead.cs"],
        ["JsonLenientTime.cs"] = ["IJsonCodec.cs", "JsonDateText.cs", "JsonRead.cs", "JsonTimeOnly.cs"],
        ["JsonStrictUri.cs"] = ["IJsonCodec.cs", "JsonAbsoluteUri.cs", "JsonError.cs"],
        ["JsonLenientDate.cs"] = ["IJsonCodec.cs", "JsonDateOnly.cs", "JsonDateText.cs", "JsonError.cs", "JsonRead.cs"],
        ["JsonLenientDateTime.cs"] = ["IJsonCodec.cs", "JsonDateText.cs", "JsonDateTimeOffset.cs", "JsonError.cs", "JsonRead.cs"],
        ["JsonList.cs"] = ["IJsonCodec.cs", "JsonRead.cs"],
        ["JsonMap.cs"] = ["IJsonCodec.cs", "IJsonMap.cs", "JsonError.cs", "JsonRead.cs"],
        ["JsonNameCheck.cs"] = ["JsonError.cs", "JsonRead.cs"],
        ["JsonNumberText.cs"] = [],
        ["JsonNullable.cs"] = ["IJsonCodec.cs"],
        ["JsonNullableValue.cs"] = ["IJsonCodec.cs"],
        ["JsonNullableTime.cs"] = ["IJsonCodec.cs", "JsonNullableValue.cs", "JsonOptionalTime.cs"],
        ["JsonObjectOnly.cs"] = ["IJsonCodec.cs", "JsonError.cs"],
        ["JsonOptionalTime.cs"] = ["IJsonCodec.cs", "JsonNullableValue.cs", "JsonRead.cs"],
        ["JsonPatternMap.cs"] = ["IJsonMap.cs", "IJsonNames.cs", "JsonErrorLocation.cs", "JsonRead.cs"],
        ["JsonPathFinder.cs"] = ["JsonPathText.cs"],
        ["JsonPeek.cs"] = ["IJsonCodec.cs", "JsonError.cs", "JsonErrorLocation.cs", "JsonInteger.cs", "JsonKinds.cs", "JsonRead.cs"],
        ["JsonQuotable.cs"] = ["IJsonCodec.cs", "JsonRead.cs"],
        ["JsonRaw.cs"] = ["IJsonCodec.cs", "JsonFreeText.cs", "RawJson.cs"],
        ["JsonRead.cs"] = ["JsonError.cs", "JsonTextCheck.cs"],
        ["JsonSingle.cs"] = ["IJsonScalarCodec.cs", "JsonError.cs"],
        ["JsonString.cs"] = ["IJsonScalarCodec.cs", "JsonError.cs"],
        ["JsonTextCheck.cs"] = ["JsonError.cs"],
        ["JsonUInt64.cs"] = ["IJsonScalarCodec.cs", "JsonInteger.cs"],
        ["JsonUnionCase.cs"] = ["IJsonCodec.cs"],
        ["JsonAbsoluteUri.cs"] = ["IJsonScalarCodec.cs", "JsonError.cs"],
        ["JsonWrite.cs"] = ["IJsonCodec.cs", "IJsonScalarCodec.cs"],
        ["JsonUri.cs"] = ["IJsonScalarCodec.cs", "JsonError.cs"],
        ["ListedChecks.cs"] = ["IJsonCodec.cs", "JsonCanonical.cs", "JsonFormat.cs", "ViolationList.cs"],
        ["ListChecks.cs"] = ["IJsonCodec.cs", "JsonCanonical.cs", "JsonFormat.cs", "ViolationList.cs"],
        ["NumberChecks.cs"] = ["JsonNumberText.cs", "ViolationList.cs"],
        ["RawJson.cs"] = ["JsonCodecConverter.cs", "JsonElementText.cs", "JsonRaw.cs"],
        ["TextChecks.cs"] = ["ViolationList.cs"],
        ["UnknownChecks.cs"] = ["IJsonCheck.cs", "IJsonCodec.cs", "JsonFormat.cs", "JsonTree.cs", "ViolationList.cs"],
        ["UnionValue.cs"] = [],
        ["ViolationList.cs"] = ["IValidatedPart.cs", "JsonPathText.cs", "ListChecks.cs", "ListedChecks.cs", "NumberChecks.cs", "PatternBudget.cs", "Violation.cs"],
        ["client/ApiClientOptions.cs"] = ["client/ApiException.cs", "client/InvalidRequestException.cs"],
        ["client/ApiConnection.cs"] = ["client/ApiClientOptions.cs", "client/ApiRequest.cs", "client/ApiResponse.cs", "client/CallDeadline.cs", "client/RequestTelemetry.cs", "client/ResponseCapture.cs", "client/ResponseHeaders.cs", "client/ResponseTasks.cs", "client/TraceNames.cs"],
        ["client/CookieText.cs"] = ["http/HeaderText.cs", "http/ParameterValue.cs"],
        ["client/ApiRequest.cs"] = ["IJsonCodec.cs", "client/CookieText.cs", "client/CredentialChoice.cs", "client/PathText.cs", "client/QueryText.cs", "client/RequestContent.cs", "client/RequestTelemetry.cs", "client/SchemeCredential.cs", "http/HeaderText.cs", "http/ParameterStyle.cs", "http/ParameterValue.cs", "http/TextKinds.cs"],
        ["client/ApiResponse.cs"] = ["IJsonCodec.cs", "client/ApiClientOptions.cs", "client/ApiException.cs", "client/ApiRequest.cs", "client/CallDeadline.cs", "client/DispositionText.cs", "client/FileResponse.cs", "client/ItemStream.cs", "client/ResponseHeaders.cs", "client/ResponseStream.cs", "client/ResponseType.cs", "JsonLimits.cs", "http/HeaderText.cs", "http/JsonBody.cs", "http/PooledBuffer.cs"],
        ["client/CallDeadline.cs"] = ["http/PooledBuffer.cs"],
        ["client/ClientConfiguration.cs"] = ["client/ApiClientOptions.cs", "client/Credential.cs"],
        ["client/Credential.cs"] = ["client/CredentialConverter.cs"],
        ["client/CredentialChoice.cs"] = ["client/SchemeCredential.cs"],
        ["client/CredentialConverter.cs"] = ["client/Credential.cs"],
        ["client/EventReader.cs"] = ["IJsonCodec.cs", "client/ApiResponse.cs", "client/EventFields.cs", "client/EventLines.cs", "client/ServerSentEvent.cs"],
        ["client/EventFields.cs"] = ["client/ServerSentEvent.cs"],
        ["client/InvalidRequestException.cs"] = ["Violation.cs"],
        ["client/PartHeaders.cs"] = ["IJsonCodec.cs", "client/ApiRequest.cs", "client/MultipartBody.cs", "http/HeaderText.cs", "http/TextKinds.cs"],
        ["client/PathText.cs"] = ["http/SegmentText.cs", "http/ParameterStyle.cs", "http/ParameterValue.cs"],
        ["client/QueryText.cs"] = ["http/ParameterStyle.cs", "http/ParameterValue.cs"],
        ["client/ItemsContent.cs"] = ["IJsonCodec.cs", "JsonFormat.cs", "client/ApiRequest.cs"],
        ["client/RequestContent.cs"] = ["IJsonCodec.cs", "client/ApiRequest.cs", "client/QueryText.cs", "http/ParameterStyle.cs", "http/ParameterValue.cs", "http/TextKinds.cs"],
        ["client/FileTypes.cs"] = ["client/FilePart.cs"],
        ["client/RequestParts.cs"] = ["IJsonCodec.cs", "client/ApiRequest.cs", "client/FilePart.cs", "client/FileTypes.cs", "client/MultipartBody.cs", "http/ParameterStyle.cs", "http/ParameterValue.cs", "http/TextKinds.cs"],
        ["client/FormCheck.cs"] = ["IJsonCodec.cs", "http/FormBounds.cs", "JsonString.cs", "http/JsonBody.cs"],
        ["client/RequestCheck.cs"] = ["Violation.cs", "ViolationList.cs", "client/FormCheck.cs", "client/InvalidRequestException.cs"],
        ["client/ResponseTasks.cs"] = ["client/ApiException.cs", "client/ApiResponse.cs"],
        ["client/SchemeCredential.cs"] = ["client/Credential.cs"],
        ["client/TraceNames.cs"] = ["client/RequestTelemetry.cs"],
        ["http/FormBounds.cs"] = ["JsonNumberText.cs", "PatternBudget.cs"],
        ["http/HeaderText.cs"] = ["IJsonCodec.cs", "http/JsonBody.cs", "http/ParameterStyle.cs", "http/ParameterValue.cs", "http/PooledBufferWriter.cs", "http/TextKinds.cs"],
        ["http/JsonBody.cs"] = ["IJsonCodec.cs", "JsonFormat.cs", "JsonLimits.cs"],
        ["http/ParameterValue.cs"] = ["IJsonCodec.cs", "JsonFormat.cs", "http/ParameterStyle.cs", "http/TextKinds.cs"],
        ["server/Acceptance.cs"] = ["server/ApiProblem.cs"],
        ["server/ApiProblem.cs"] = ["JsonPathText.cs", "http/PooledBufferWriter.cs", "server/ApiServerOptions.cs", "server/IApiProblemWriter.cs"],
        ["server/ApiServerOptions.cs"] = ["JsonLimits.cs"],
        ["server/ApiResult.cs"] = ["IJsonCodec.cs", "http/HeaderText.cs", "server/ApiResultBody.cs"],
        ["server/ApiResultBody.cs"] = ["IJsonCodec.cs", "JsonFormat.cs", "http/PooledBufferWriter.cs"],
        ["server/EventBody.cs"] = ["IJsonCodec.cs", "JsonFormat.cs", "server/ApiResultBody.cs"],
        ["server/BindingOutcome.cs"] = ["server/RequestErrors.cs"],
        ["server/BodyAttributes.cs"] = ["IJsonCodec.cs", "server/BindingOutcome.cs", "server/RequestBody.cs"],
        ["server/ConstraintCheck.cs"] = ["PatternBudget.cs", "ViolationList.cs", "server/ApiServerOptions.cs", "server/RequestErrors.cs"],
        ["server/ContractActions.cs"] = ["server/ContractOperationAttribute.cs", "server/SharedSegment.cs"],
        ["server/ContractDescriptions.cs"] = ["server/BodyTypesAttribute.cs", "server/ContractOperationId.cs", "server/ProducesAttributes.cs"],
        ["server/ConsumesByDefaultAttribute.cs"] = ["server/RequestMediaType.cs", "server/StrictContractAttribute.cs"],
        ["server/CredentialAuthenticationHandler.cs"] = ["server/ApiProblem.cs", "server/QuerySearch.cs", "http/FormEncoding.cs"],
        ["server/EndpointOperation.cs"] = ["server/BodyTypesAttribute.cs", "server/ContractOperationId.cs", "server/EndpointParameter.cs", "server/OperationEndpoint.cs", "server/ParameterLayout.cs", "server/SharedSegment.cs"],
        ["server/EndpointParameter.cs"] = ["server/ParameterLayout.cs"],
        ["server/FromFileAttribute.cs"] = ["server/BindingOutcome.cs", "server/RequestForm.cs"],
        ["server/FromParameterAttribute.cs"] = ["IJsonCodec.cs", "http/ParameterStyle.cs", "server/BindingOutcome.cs", "server/ParameterLayout.cs", "server/ParameterReader.cs", "http/TextKinds.cs"],
        ["server/FormPart.cs"] = ["server/SentText.cs"],
        ["server/MemberSearch.cs"] = ["http/ParameterStyle.cs", "server/MemberTree.cs", "server/ParameterLayout.cs", "server/ParameterText.cs", "server/QuerySearch.cs", "server/RequestForm.cs", "server/SentText.cs", "http/FormEncoding.cs"],
        ["server/MemberTree.cs"] = ["http/TextKinds.cs", "server/ParameterLayout.cs", "server/SentText.cs"],
        ["server/SentText.cs"] = ["JsonString.cs", "http/JsonBody.cs", "http/TextKinds.cs"],
        ["server/SentTextReader.cs"] = ["IJsonCodec.cs", "JsonString.cs", "http/JsonBody.cs", "http/ParameterStyle.cs", "http/PooledBufferWriter.cs", "http/TextKinds.cs", "server/ParameterLayout.cs", "server/ParameterText.cs", "server/SentText.cs"],
        ["server/MultipartForm.cs"] = ["server/FormPart.cs", "server/PartDisposition.cs", "server/PartNamesAttribute.cs"],
        ["server/ParameterLayout.cs"] = ["http/ParameterStyle.cs", "http/TextKinds.cs"],
        ["server/ParameterReader.cs"] = ["IJsonCodec.cs", "IValidated.cs", "server/CookieSearch.cs", "server/MemberSearch.cs", "server/MemberTree.cs", "server/ParameterLayout.cs", "server/QuerySearch.cs", "server/RequestForm.cs", "server/RouteText.cs", "server/SentText.cs", "server/SentTextReader.cs", "server/UrlEncodedForm.cs"],
        ["server/ParameterText.cs"] = ["http/ParameterStyle.cs", "http/ParameterValue.cs", "server/ParameterLayout.cs", "http/FormEncoding.cs"],
        ["server/PartialServer.cs"] = ["server/UnimplementedAttribute.cs"],
        ["server/UnimplementedAttribute.cs"] = ["server/ApiProblem.cs"],
        ["server/ProducesAttributes.cs"] = ["server/ContractDescriptions.cs"],
        ["server/BodyStream.cs"] = ["server/RequestBody.cs"],
        ["server/QuerySearch.cs"] = ["http/FormEncoding.cs"],
        ["server/RequestBody.cs"] = ["IJsonCodec.cs", "http/JsonBody.cs", "http/PooledBuffer.cs", "server/ApiServerOptions.cs", "server/BodyStream.cs"],
        ["server/RequestErrors.cs"] = ["Violation.cs", "server/ApiProblem.cs", "server/RequestBody.cs"],
        ["server/FormNamesAttribute.cs"] = ["server/MultipartForm.cs"],
        ["server/FormCaseAttribute.cs"] = ["IJsonCodec.cs", "http/FormBounds.cs", "IValidated.cs", "http/JsonBody.cs", "server/FormPart.cs", "server/MultipartForm.cs", "server/SentText.cs"],
        ["server/PartHeadersAttribute.cs"] = ["IJsonCodec.cs", "http/HeaderText.cs", "server/FormPart.cs", "server/MultipartForm.cs"],
        ["server/RequestForm.cs"] = ["server/FormCaseAttribute.cs", "server/FormNamesAttribute.cs", "server/MultipartForm.cs", "server/PartHeadersAttribute.cs", "server/RequestBody.cs", "server/UrlEncodedForm.cs", "server/SentText.cs"],
        ["server/OperationEndpoint.cs"] = ["server/OperationFilters.cs"],
        ["server/OperationFilters.cs"] = [],
        ["server/FromItemsAttribute.cs"] = ["IJsonCodec.cs", "server/BindingOutcome.cs", "server/RequestItems.cs"],
        ["server/RequestItemException.cs"] = [],
        ["server/RequestItems.cs"] = ["IJsonCodec.cs", "IValidated.cs", "http/JsonBody.cs", "server/ApiServerOptions.cs", "server/RequestBody.cs", "server/RequestErrors.cs", "server/RequestInput.cs", "server/RequestItemException.cs"],
        ["server/RequestInput.cs"] = ["IJsonCodec.cs", "server/Acceptance.cs", "server/OperationFilters.cs", "server/ParameterLayout.cs", "server/ParameterReader.cs", "server/QuerySearch.cs", "server/RequestBody.cs", "server/RequestErrors.cs", "server/RequestForm.cs", "server/RequestMediaType.cs", "server/RequireSecurityAttribute.cs"],
        ["server/RequestMediaType.cs"] = ["server/ApiProblem.cs"],
        ["server/RequireLiteralsAttribute.cs"] = ["server/RouteText.cs"],
        ["server/RouteText.cs"] = ["server/SharedSegment.cs"],
        ["server/SharedSegment.cs"] = ["http/SegmentText.cs", "server/RouteText.cs"],
        ["server/RouteDemandPolicy.cs"] = ["server/RequireLiteralsAttribute.cs", "server/RequireQueryAttribute.cs"],
        ["server/RequireSecurityAttribute.cs"] = ["server/ApiProblem.cs", "server/CredentialAuthenticationHandler.cs"],
        ["server/StrictContractAttribute.cs"] = ["server/Acceptance.cs", "server/BindingOutcome.cs", "server/ContractActions.cs", "server/ContractDescriptions.cs", "server/ContractOperationAttribute.cs", "server/FormNamesAttribute.cs", "server/QuerySearch.cs", "server/RequestErrors.cs", "server/RequestForm.cs"],
        ["server/UrlEncodedForm.cs"] = ["http/PooledBuffer.cs", "http/FormEncoding.cs"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The roots and everything they need, sorted.</summary>
    public static ImmutableArray<string> Closure(IEnumerable<string> roots)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(roots);
        while (open.TryPop(out var file))
        {
            if (!found.Add(file))
                continue;
            foreach (var needed in Needs.GetValueOrDefault(file, []))
                open.Push(needed);
        }

        return [.. found];
    }

    /// <summary>The files that models and codecs name.</summary>
    public static IEnumerable<string> RootsOf(IEnumerable<Declaration> declarations) =>
        declarations.SelectMany(declaration => declaration switch
        {
            JsonContext context => ["ApiJsonContext.cs", "JsonFormat.cs", .. context.Formats.SelectMany(format => RootsOf(format.Expression))],
            ModelUnion union => ["JsonCodecConverter.cs", "JsonFormat.cs", "JsonUnionCase.cs", "UnionValue.cs", .. ChecksOf(union.Rules)],
            ModelRecord record => ["JsonCodecConverter.cs", "JsonFormat.cs", .. ChecksOf(record.Rules)],
            ModelEnum list => ["JsonCodecConverter.cs", "JsonFormat.cs", .. RootsOf(list.Codec)],
            ModelClosedEnum => ["JsonCodecConverter.cs", "JsonFormat.cs"],
            RecordCodec codec => ["IJsonCodec.cs", "JsonError.cs", "JsonRead.cs", .. codec.Check is null ? Array.Empty<string>() : ["JsonParts.cs"], .. CodecsOf(codec)],
            JsonCheck check => ["IJsonCheck.cs", "JsonCheck.cs", .. check.Lines.Prepend(check.FirstLine).SelectMany(RootsOf)],
            EnumCodec or ClosedEnumCodec => ["IJsonCodec.cs", "JsonError.cs", "JsonRead.cs", "JsonString.cs", "JsonInt64.cs"],
            NamePattern => ["IJsonNames.cs", "PatternBudget.cs"],
            UnionCodec codec => ["IJsonCodec.cs", "JsonError.cs", "JsonPeek.cs", "JsonRead.cs", .. CodecsOf(codec)],
            ServerContract => ["server/ContractDocument.cs"],
            ServerDescription => ["server/OpenApiContract.cs"],
            _ => Enumerable.Empty<string>(),
        });

    private static IEnumerable<string> ChecksOf(ModelRules? rules)
    {
        if (rules is null)
            return [];
        var calls = rules.Calls.Concat(rules.Cases.SelectMany(variant => variant.Calls)).ToList();
        return
        [
            "IValidated.cs",
            "ViolationList.cs",
            .. calls.Exists(call => call.Contains(".Format(", StringComparison.Ordinal)) ? ["TextChecks.cs"] : Array.Empty<string>(),
            .. calls.Exists(call => call.Contains(".Unmatched<", StringComparison.Ordinal)) ? ["UnknownChecks.cs"] : Array.Empty<string>(),
        ];
    }

    /// <summary>The runtime files that a type's codec names: <c>JsonList&lt;long, JsonInt64&gt;</c> names two.</summary>
    public static IEnumerable<string> RootsOf(string codec) =>
        codec.Split(['<', '>', ',', ' ', '?', '(', ')', '.', '[', ']'], StringSplitOptions.RemoveEmptyEntries)
            .Where(word => (word.StartsWith("Json", StringComparison.Ordinal) && word != "JsonElement") || word is "RawJson" or "Optional")
            .Select(word => word + ".cs")
            .Where(Needs.ContainsKey);

    private static IEnumerable<string> CodecsOf(RecordCodec codec) => codec.Members
        .SelectMany(member => new[] { member.Check ?? member.Read, member.Write, member.LocalType })
        .Append(codec.Additional?.MapCodec ?? "")
        .SelectMany(RootsOf)
        .Concat(codec.Members.Any(member => member.IsWrapped) ? ["Optional.cs"] : []);

    private static IEnumerable<string> CodecsOf(UnionCodec codec) => codec.Cases
        .Select(item => item.Codec)
        .Concat(codec.Cases.SelectMany(item => item.Writes))
        .Append(codec.Kind ?? "")
        .Append(codec.UnknownCodec)
        .SelectMany(RootsOf)
        .Concat(codec.Lookups.Length > 0 ? ["JsonCases.cs"] : []);
}
