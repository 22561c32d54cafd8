using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>Which way the values travel that a union keeps as none of its cases, where what is required of them depends on it.</summary>
internal sealed class CheckWays
{
    private readonly HashSet<SchemaId> _requests;
    private readonly HashSet<SchemaId> _responses;
    private readonly Dictionary<SchemaId, SchemaCheck> _wholes;

    private CheckWays(ApiModel api)
    {
        var directions = Directions.Of(api);
        _requests = SchemaGraph.Below(api, directions.RequestBodies.Concat(directions.Parameters));
        _responses = SchemaGraph.Below(api, directions.ResponseBodies.Concat(directions.Headers));
        _wholes = api.WholeChecks.ToDictionary();
    }

    public static CheckWays Of(ApiModel api) => new(api);

    /// <summary>Both ways, too, where it makes no difference.</summary>
    public TravelWay Of(Schema union)
    {
        var (isSent, isRead) = (_requests.Contains(union.Id), _responses.Contains(union.Id));
        return isSent == isRead || !Differs(union.UnknownCheck!) ? TravelWay.Both
            : isSent ? TravelWay.Requests
            : TravelWay.Responses;
    }

    private bool Differs(SchemaCheck check)
    {
        var met = new HashSet<SchemaId>();
        var open = new Stack<SchemaCheck>([check]);
        while (open.TryPop(out var part))
        {
            if (part is SchemaCheck.Required { Way: not TravelWay.Both })
                return true;
            if (part is SchemaCheck.Reference reference && met.Add(reference.Target))
                open.Push(_wholes[reference.Target]);
            foreach (var inner in part.Parts)
                open.Push(inner);
        }

        return false;
    }
}
