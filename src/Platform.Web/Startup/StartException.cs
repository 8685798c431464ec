namespace Platform.Web.Startup;

/// <summary>Something a person has to put right before the platform can start; the message says what.</summary>
public sealed class StartException(string message, Exception? inner = null) : Exception(message, inner)
{
    public static int Say(string problem)
    {
        Console.Error.WriteLine(problem);
        return 1;
    }
}
