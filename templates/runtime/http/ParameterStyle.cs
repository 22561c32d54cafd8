namespace SyncGen.Runtime;

using System.ComponentModel;

/// <summary>How the value of a parameter is laid out, in OpenAPI's words.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
internal enum ParameterStyle
{
    /// <summary><c>a,b</c></summary>
    Simple,

    /// <summary><c>.a.b</c></summary>
    Label,

    /// <summary><c>;name=a;name=b</c></summary>
    Matrix,

    /// <summary><c>name=a&amp;name=b</c>, or <c>name=a,b</c> when not exploded.</summary>
    Form,

    /// <summary><c>name=a%20b</c></summary>
    SpaceDelimited,

    /// <summary><c>name=a%7Cb</c></summary>
    PipeDelimited,

    /// <summary><c>name=a%09b</c></summary>
    TabDelimited,

    /// <summary><c>name[key]=value</c></summary>
    DeepObject,
}
