namespace SyncGen.Modeling;

/// <summary>Where a property travels.</summary>
internal enum TravelWay
{
    /// <summary>Both ways.</summary>
    Both,

    /// <summary>To the server: it is <c>writeOnly</c>.</summary>
    Requests,

    /// <summary>From the server: it is <c>readOnly</c>.</summary>
    Responses,
}
