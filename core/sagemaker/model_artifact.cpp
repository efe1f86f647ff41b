// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sagemaker/model_artifact.h"

#include "core/base/file_io.h"
#include "core/base/json_members.h"
#include "core/mxnet/symbol_reader.h"
#include "core/sagemaker/model_archive.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace boxwright {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ModelArtifact)
};

const QLatin1String kSymbolEnding("-symbol.json");
const QLatin1String kUsualSymbol("model_algo_1-symbol.json");
const QLatin1String kHyperparameters("hyperparams.json");
constexpr qint64 kMaxHyperparameterBytes = 1 << 20;

/// "model_algo_1" and 0 of "model_algo_1-0000.params".
struct ParamsName
{
    QString prefix;
    qint64 epoch = -1; ///< negative: no params file
};

ParamsName paramsName(const QString &name)
{
    static const QRegularExpression expression(QStringLiteral("^(.*)-(\\d{1,9})\\.params$"));
    const QRegularExpressionMatch match = expression.match(name);
    if (match.hasMatch())
        return {match.captured(1), match.captured(2).toLongLong()};
    return name.endsWith(QLatin1String(".params")) ? ParamsName{name.chopped(7), 0} : ParamsName{};
}

bool isWanted(const QString &name)
{
    return name == kHyperparameters || name.endsWith(kSymbolEnding) || paramsName(name).epoch >= 0;
}

/// Which of the files make the artifact.
struct Choice
{
    QString symbol;
    QString params;
    bool hasHyperparameters = false;
};

/// `wanted` names the symbol where a person chose one; empty: to be found.
Result<QString> chooseSymbol(const QStringList &names, const QString &wanted)
{
    if (!wanted.isEmpty())
        return wanted;
    QStringList symbols = names.filter(QRegularExpression(QStringLiteral("-symbol\\.json$")));
    if (symbols.contains(kUsualSymbol))
        return QString(kUsualSymbol);
    if (symbols.size() > 1) // what mxnet-ssd's deploy.py adds is the second choice
        symbols.removeIf([](const QString &name) { return name.startsWith(QLatin1String("deploy_")); });
    if (symbols.isEmpty())
        return failure(Text::tr("it holds no network (*-symbol.json)"));
    if (symbols.size() > 1)
        return failure(Text::tr("it holds several networks: %1").arg(symbols.join(QStringLiteral(", "))));
    return symbols.constFirst();
}

/// Of the symbol's own prefix the last epoch; else the only one that there is.
Result<QString> chooseParams(const QStringList &names, const QString &symbol)
{
    const QString prefix = symbol.chopped(kSymbolEnding.size());
    QStringList all;
    QString best;
    qint64 bestEpoch = -1;
    for (const QString &name : names) {
        const ParamsName parts = paramsName(name);
        if (parts.epoch < 0)
            continue;
        all << name;
        if (parts.prefix == prefix && parts.epoch > bestEpoch) {
            best = name;
            bestEpoch = parts.epoch;
        }
    }
    if (!best.isEmpty())
        return best;
    if (all.isEmpty())
        return failure(Text::tr("it holds no parameters (*-0000.params)"));
    if (all.size() > 1)
        return failure(
            Text::tr("none of its parameter files belongs to %1: %2").arg(symbol, all.join(QStringLiteral(", "))));
    return all.constFirst();
}

Result<Choice> choose(const QStringList &names, const QString &where, const QString &wantedSymbol = {})
{
    const Result<QString> symbol = chooseSymbol(names, wantedSymbol);
    if (!symbol)
        return failure(Text::tr("%1 is no model artifact: %2").arg(where, symbol.error().message));
    const Result<QString> params = chooseParams(names, *symbol);
    if (!params)
        return failure(Text::tr("%1 is no model artifact: %2").arg(where, params.error().message));
    return Choice{*symbol, *params, names.contains(kHyperparameters)};
}

/// "model.tar.gz/hyperparams.json", for messages.
QString inside(const QString &where, const QString &name)
{
    return where + QDir::separator() + name;
}

/// Puts together what the two ways of reading have found.
Result<ModelArtifact> assemble(const Choice &choice, const QString &where, Result<SymbolGraph> graph,
                               Result<ParamsFile> params)
{
    if (!graph)
        return failure(graph.error());
    if (!params)
        return failure(params.error());
    return ModelArtifact{where, choice.symbol, choice.params, {}, std::move(*graph), std::move(*params)};
}

Result<ModelArtifact> readArchive(const QString &path)
{
    const QString where = QDir::toNativeSeparators(path);
    Result<std::vector<ArchivedFile>> files = readModelArchive(path, isWanted);
    if (!files)
        return failure(files.error());
    QStringList names;
    for (const ArchivedFile &file : *files) {
        if (names.contains(file.name))
            return failure(Text::tr("%1 holds the file %2 twice").arg(where, file.name));
        names << file.name;
    }
    const Result<Choice> choice = choose(names, where);
    if (!choice)
        return failure(choice.error());
    const auto content = [&](const QString &name) { return (*files)[size_t(names.indexOf(name))].content; };
    Result<ModelArtifact> artifact =
        assemble(*choice, path, parseSymbol(content(choice->symbol), inside(where, choice->symbol)),
                 ParamsFile::fromBytes(content(choice->params), inside(where, choice->params)));
    if (!artifact || !choice->hasHyperparameters)
        return artifact;
    Result<QMap<QString, QString>> values =
        parseArtifactHyperparameters(content(kHyperparameters), inside(where, kHyperparameters));
    if (!values)
        return failure(values.error());
    artifact->hyperparameters = std::move(*values);
    return artifact;
}

Result<ModelArtifact> readFolder(const QString &path, const QString &wantedSymbol)
{
    const QDir folder(path);
    const QStringList names = folder.entryList(QDir::Files, QDir::Name);
    const Result<Choice> choice = choose(names, QDir::toNativeSeparators(path), wantedSymbol);
    if (!choice)
        return failure(choice.error());
    Result<ModelArtifact> artifact = assemble(*choice, path, readSymbol(folder.filePath(choice->symbol)),
                                              ParamsFile::open(folder.filePath(choice->params)));
    if (!artifact || !choice->hasHyperparameters)
        return artifact;
    const QString file = folder.filePath(kHyperparameters);
    const Result<QByteArray> json = readFile(file, kMaxHyperparameterBytes);
    if (!json)
        return failure(json.error());
    Result<QMap<QString, QString>> values = parseArtifactHyperparameters(*json, QDir::toNativeSeparators(file));
    if (!values)
        return failure(values.error());
    artifact->hyperparameters = std::move(*values);
    return artifact;
}

} // namespace

const TensorView *ModelArtifact::find(const QString &variable) const
{
    for (const char *prefix : {"arg:", "aux:", ""}) {
        if (const TensorView *tensor = params.find(QLatin1String(prefix) + variable))
            return tensor;
    }
    return nullptr;
}

QString ModelArtifact::name() const
{
    QString name = QFileInfo(path).fileName();
    for (const QLatin1String ending :
         {QLatin1String(".gz"), QLatin1String(".tgz"), QLatin1String(".tar"), kSymbolEnding})
        if (name.endsWith(ending))
            name.chop(ending.size());
    return name;
}

bool isModelArtifact(const QString &path)
{
    const QFileInfo info(path);
    if (!info.isDir())
        return info.isFile();
    const QDir folder(path);
    return !folder.exists(QStringLiteral("model.json")) &&
           !folder.entryList({QStringLiteral("*-symbol.json")}, QDir::Files).isEmpty();
}

Result<ModelArtifact> readModelArtifact(const QString &path)
{
    const QFileInfo info(path);
    if (info.isDir())
        return readFolder(QDir(path).absolutePath(), {});
    if (!info.fileName().endsWith(kSymbolEnding))
        return readArchive(info.absoluteFilePath());
    Result<ModelArtifact> artifact = readFolder(info.absolutePath(), info.fileName());
    if (artifact)
        artifact->path = info.absoluteFilePath();
    return artifact;
}

Result<QMap<QString, QString>> parseArtifactHyperparameters(const QByteArray &json, const QString &name)
{
    QMap<QString, QString> values;
    JsonCursor cursor(json);
    cursor.enterObject();
    for (QByteArrayView rawKey; cursor.nextMember(rawKey);) {
        const std::optional<QString> key = jsonText(rawKey);
        const JsonCursor::Kind kind = cursor.kind();
        const bool isPlain =
            kind == JsonCursor::Kind::String || kind == JsonCursor::Kind::Number || kind == JsonCursor::Kind::Word;
        const std::optional<QString> value =
            kind == JsonCursor::Kind::String ? cursor.string() : std::optional(QString::fromUtf8(cursor.skip()));
        if (cursor.hasFailed())
            break;
        if (!key || !value || !isPlain)
            return failure(Text::tr("%1: the hyperparameter %2 is neither a text nor a number")
                               .arg(name, key.value_or(QString())));
        values.insert(*key, *value);
    }
    if (!cursor.isAtEnd())
        return failure(Text::tr("%1 is no flat JSON object: byte %2").arg(name).arg(cursor.position()));
    return values;
}

} // namespace boxwright
