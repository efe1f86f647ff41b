// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/yolo_yaml.h"

#include "core/base/json_text.h"
#include "core/base/utf8_text.h"

#include <QCoreApplication>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(YoloYaml)
};

constexpr int kMaxClasses = 10'000;

/// A line without its comment, and how far it is indented.
struct Line
{
    QString text;
    qsizetype indent = 0;
};

/// Where something outside of quotes satisfies the condition, from there on; -1 for nowhere.
template<class Condition>
qsizetype findOutsideQuotes(const QString &text, Condition condition, qsizetype from = 0)
{
    QChar quote;
    for (qsizetype i = from; i < text.size(); ++i) {
        const QChar c = text[i];
        if (!quote.isNull()) {
            if (c == u'\\' && quote == u'"')
                ++i;
            else if (c == quote)
                quote = QChar();
        } else if (condition(i)) {
            return i;
        } else if (c == u'"' || c == u'\'') {
            const bool isInWord = i > from && text[i - 1].isLetterOrNumber(); // "don't"
            quote = isInWord ? QChar() : c;
        }
    }
    return -1;
}

QList<Line> linesOf(const QByteArray &text)
{
    QList<Line> lines;
    for (const QByteArray &raw : text.split('\n')) {
        QString line = lines.isEmpty() ? QString::fromUtf8(raw) : utf8Text(raw);
        line.replace(u'\t', u' ');
        const qsizetype comment = findOutsideQuotes(
            line, [&line](qsizetype i) { return line[i] == u'#' && (i == 0 || line[i - 1].isSpace()); });
        if (comment >= 0)
            line.truncate(comment);
        qsizetype indent = 0;
        while (indent < line.size() && line[indent] == u' ')
            ++indent;
        line = line.trimmed();
        if (!line.isEmpty() && line != QLatin1String("---"))
            lines.append({line, indent});
    }
    return lines;
}

QString unquoted(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.size() < 2 || trimmed.front() != trimmed.back() || !QStringView(u"'\"").contains(trimmed.front()))
        return trimmed;
    QString inner = trimmed.sliced(1, trimmed.size() - 2);
    if (trimmed.front() == u'\'')
        return inner.replace(QLatin1String("''"), QLatin1String("'"));
    if (const std::optional<QString> text = jsonText(inner.toUtf8())) // the escapes that JSON has too
        return *text;
    return inner.replace(QLatin1String("\\\""), QLatin1String("\""))
        .replace(QLatin1String("\\\\"), QLatin1String("\\"));
}

/// The parts of "[a, b]" or "{0: a, 1: b}" without its brackets.
QStringList itemsOf(const QString &brackets)
{
    QStringList items;
    const QString inner = brackets.sliced(1, brackets.size() - 2);
    const auto isComma = [&inner](qsizetype i) { return inner[i] == u','; };
    for (qsizetype at = 0; at < inner.size();) {
        const qsizetype comma = findOutsideQuotes(inner, isComma, at);
        const qsizetype end = comma < 0 ? inner.size() : comma;
        items.append(inner.sliced(at, end - at));
        at = end + 1;
    }
    if (!items.isEmpty() && items.last().trimmed().isEmpty())
        items.removeLast(); // "[a, ]"
    return items;
}

bool isOpen(const QString &value)
{
    const bool isList = value.startsWith(u'[') && !value.endsWith(u']');
    return isList || (value.startsWith(u'{') && !value.endsWith(u'}'));
}

/// The colon that ends a key.
qsizetype colonOf(const QString &text)
{
    return findOutsideQuotes(
        text, [&text](qsizetype i) { return text[i] == u':' && (i + 1 == text.size() || text[i + 1].isSpace()); });
}

class Parser
{
public:
    explicit Parser(const QByteArray &text)
        : m_lines(linesOf(text))
    {
    }

    Result<YoloConfig> parse()
    {
        while (m_at < m_lines.size()) {
            const Line &line = m_lines[m_at++];
            const qsizetype colon = colonOf(line.text);
            if (line.indent > 0 || colon < 1)
                return failure(Text::tr("\"%1\" is not understood").arg(line.text.left(40)));
            const QString key = unquoted(line.text.left(colon));
            if (Result<> taken = take(key, valuesAfter(line.text.sliced(colon + 1).trimmed())); !taken)
                return failure(taken.error());
        }
        return m_config;
    }

private:
    /// One text, or the items of a list or map ("0: a").
    QStringList valuesAfter(QString value)
    {
        while (isOpen(value) && m_at < m_lines.size())
            value += u' ' + m_lines[m_at++].text;
        if (value.startsWith(u'[') || value.startsWith(u'{'))
            return isOpen(value) ? QStringList() : itemsOf(value);
        if (!value.isEmpty())
            return {value};
        QStringList items;
        for (; m_at < m_lines.size(); ++m_at) {
            const Line &line = m_lines[m_at];
            const bool isItem = line.text.startsWith(QLatin1String("- ")) || line.text == QLatin1String("-");
            if (line.indent == 0 && !isItem)
                break;
            items.append(isItem ? line.text.sliced(1) : line.text);
        }
        return items;
    }

    Result<> take(const QString &key, const QStringList &values)
    {
        if (key == QLatin1String("path"))
            m_config.path = unquoted(values.value(0));
        else if (key == QLatin1String("kpt_shape"))
            m_config.hasPoints = true;
        else if (key == QLatin1String("names"))
            return takeNames(values);
        else if (key == QLatin1String("train"))
            takePart(Split::Train, values);
        else if (key == QLatin1String("val") || key == QLatin1String("valid"))
            takePart(Split::Validation, values);
        else if (key == QLatin1String("test"))
            takePart(Split::Test, values);
        return {};
    }

    void takePart(Split split, const QStringList &values)
    {
        for (const QString &value : values) {
            const QString path = unquoted(value);
            if (!path.isEmpty() && path != QLatin1String("null") && path != QLatin1String("~"))
                m_config.parts[split].append(path);
        }
    }

    Result<> takeNames(const QStringList &values)
    {
        for (const QString &value : values) {
            const qsizetype colon = colonOf(value);
            bool isNumber = false;
            const int index = colon > 0 ? unquoted(value.left(colon)).toInt(&isNumber) : -1;
            const qsizetype place = isNumber ? index : m_config.names.size();
            if (place < 0 || place >= kMaxClasses)
                return failure(Text::tr("names: \"%1\" is beyond %2 classes").arg(value.left(40)).arg(kMaxClasses));
            while (m_config.names.size() <= place)
                m_config.names.append(QString());
            m_config.names[place] = unquoted(isNumber ? value.sliced(colon + 1) : value);
        }
        return {};
    }

    QList<Line> m_lines;
    qsizetype m_at = 0;
    YoloConfig m_config;
};

} // namespace

Result<YoloConfig> parseYoloYaml(const QByteArray &text)
{
    return Parser(text).parse();
}

YoloConfig parseYoloData(const QByteArray &text)
{
    YoloConfig config;
    for (const QByteArray &raw : text.split('\n')) {
        const QString line = QString::fromUtf8(raw);
        const QString key = line.section(u'=', 0, 0).trimmed();
        const QString value = line.section(u'=', 1).trimmed();
        if (value.isEmpty())
            continue;
        if (key == QLatin1String("train"))
            config.parts[Split::Train].append(value);
        else if (key == QLatin1String("valid") || key == QLatin1String("val"))
            config.parts[Split::Validation].append(value);
        else if (key == QLatin1String("test"))
            config.parts[Split::Test].append(value);
        else if (key == QLatin1String("names"))
            config.namesFile = value;
    }
    return config;
}

} // namespace boxwright
