using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Platform.Petitions.Signing;

/// <summary>Reads the sign form from the bytes a browser sends, as MVC would bind it, for a hundredth of the work.</summary>
internal static class SignFormReader
{
    /// <summary>The longest form somebody can fill in by hand is below this.</summary>
    public const int MostBytes = 16 * 1024;

    /// <returns>Null for whatever our own page would not send: a field twice or unknown, broken bytes, NUL.</returns>
    public static SignForm? Read(ReadOnlySequence<byte> body)
    {
        if (body.Length > MostBytes)
        {
            return null;
        }

        var rented = ArrayPool<byte>.Shared.Rent((int)body.Length);
        try
        {
            body.CopyTo(rented);
            return Read(rented.AsSpan(0, (int)body.Length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented, clearArray: true);
        }
    }

    private static SignForm? Read(Span<byte> body)
    {
        var form = new SignForm();
        var seen = Fields.None;
        while (!body.IsEmpty)
        {
            var end = body.IndexOf((byte)'&');
            var pair = end < 0 ? body : body[..end];
            body = end < 0 ? [] : body[(end + 1)..];
            var split = pair.IndexOf((byte)'=');
            if (split < 1 || Name(pair[..split]) is not { } field || seen.HasFlag(field) || !TryDecode(pair[(split + 1)..], out var value) || !TrySet(form, field, value))
            {
                return null;
            }

            seen |= field;
        }

        return form;
    }

    private static Fields? Name(ReadOnlySpan<byte> name) => name switch
    {
        _ when name.SequenceEqual("Name"u8) => Fields.Name,
        _ when name.SequenceEqual("Email"u8) => Fields.Email,
        _ when name.SequenceEqual("Country"u8) => Fields.Country,
        _ when name.SequenceEqual("Postcode"u8) => Fields.Postcode,
        _ when name.SequenceEqual("Reason"u8) => Fields.Reason,
        _ when name.SequenceEqual("ShowName"u8) => Fields.ShowName,
        _ when name.SequenceEqual("WantsUpdates"u8) => Fields.WantsUpdates,
        _ when name.SequenceEqual("Eligible"u8) => Fields.Eligible,
        _ when name.SequenceEqual("Lang"u8) => Fields.Lang,
        _ when name.SequenceEqual("Wording"u8) => Fields.Wording,
        _ when name.SequenceEqual("From"u8) => Fields.From,
        _ when name.SequenceEqual("Stamp"u8) => Fields.Stamp,
        _ when name.SequenceEqual("Website"u8) => Fields.Website,
        _ when name.SequenceEqual("Proof"u8) => Fields.Proof,
        _ => null,
    };

    private static bool TrySet(SignForm form, Fields field, string value)
    {
        // An empty field is no field, as in MVC.
        var text = string.IsNullOrWhiteSpace(value) ? null : value;
        switch (field)
        {
            case Fields.Name: form.Name = text; return true;
            case Fields.Email: form.Email = text; return true;
            case Fields.Country: form.Country = text; return true;
            case Fields.Postcode: form.Postcode = text; return true;
            case Fields.Reason: form.Reason = text; return true;
            case Fields.Lang: form.Lang = text; return true;
            case Fields.From: form.From = text; return true;
            case Fields.Stamp: form.Stamp = text; return true;
            case Fields.Website: form.Website = text; return true;
            case Fields.Proof: form.Proof = text; return true;
            case Fields.ShowName: form.ShowName = value == "true"; return value == "true";
            case Fields.WantsUpdates: form.WantsUpdates = value == "true"; return value == "true";
            case Fields.Eligible: form.Eligible = value == "true"; return value == "true";
            case Fields.Wording:
                form.Wording = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var wording) ? wording : -1;
                return form.Wording >= 0;
            default: return false;
        }
    }

    /// <summary>Decodes in place: what comes out is never longer than what went in.</summary>
    private static bool TryDecode(Span<byte> value, out string text)
    {
        text = "";
        var to = 0;
        for (var from = 0; from < value.Length; from++)
        {
            var next = value[from];
            if (next == '+')
            {
                next = (byte)' ';
            }
            else if (next == '%')
            {
                if (from + 2 >= value.Length || !byte.TryParse(value.Slice(from + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out next))
                {
                    return false;
                }

                from += 2;
            }

            if (next == 0)
            {
                return false;
            }

            value[to++] = next;
        }

        var decoded = value[..to];
        if (!Utf8.IsValid(decoded))
        {
            return false;
        }

        text = Encoding.UTF8.GetString(decoded);
        return true;
    }

    [Flags]
    private enum Fields
    {
        None = 0,
        Name = 1,
        Email = 2,
        Country = 4,
        Postcode = 8,
        Reason = 16,
        ShowName = 32,
        WantsUpdates = 64,
        Lang = 128,
        Wording = 256,
        From = 512,
        Stamp = 1024,
        Website = 2048,
        Proof = 4096,
        Eligible = 8192,
    }
}
