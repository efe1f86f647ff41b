// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/weights_command.h"

#include "app/cli/console.h"
#include "app/cli/interrupt.h"
#include "app/cli/options.h"
#include "app/cli/paths.h"
#include "core/download/download.h"
#include "core/download/public_weights.h"

#include <nlohmann/json.hpp>

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

namespace boxwright::cli {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(WeightsCommand)
};

const QString kList = QStringLiteral("list");
const QString kFetch = QStringLiteral("fetch");

QStringList knownNames()
{
    QStringList names;
    for (const PublicWeights &weights : publicWeights())
        names << weights.name;
    return names;
}

} // namespace

QString WeightsCommand::summary() const
{
    return Text::tr("List and fetch public ImageNet weights that a training can start from");
}

QString WeightsCommand::example() const
{
    return QStringLiteral("weights list");
}

void WeightsCommand::setUp(Options &options)
{
    options.choice({"action", "ACTION", Text::tr("What to do: list or fetch"), true}, {kList, kFetch}, m_action);
    options.text({"name", "NAME", Text::tr("Which weights to fetch, by the name that the list has")}, m_name);
    options.text({"--address", "URL", Text::tr("Fetch from there instead: files move")}, m_address);
    options.text({"--sha256", "HEX", Text::tr("Check sum that the file must have, or its first digits")}, m_sha256);
    options.text({"--to", "DIR", Text::tr("Folder to fetch into (the cache folder)")}, m_folder);
}

Result<> WeightsCommand::run(const Context &context)
{
    if (m_action == kFetch)
        return fetch(context);
    list(context.console);
    return {};
}

void WeightsCommand::list(Console &console) const
{
    const QDir folder(m_folder.isEmpty() ? weightsFolder() : absolutePath(m_folder));
    nlohmann::ordered_json json = nlohmann::ordered_json::array();
    for (const PublicWeights &weights : publicWeights()) {
        const QString file = folder.filePath(fileNameOf(weights));
        const bool isThere = QFileInfo::exists(file);
        json.push_back({{"name", weights.name.toStdString()},
                        {"base_network", weights.baseNetwork.toStdString()},
                        {"address", weights.address.toStdString()},
                        {"sha256", weights.sha256.toStdString()},
                        {"megabytes", weights.megabytes},
                        {"file", isThere ? nlohmann::ordered_json(file.toStdString()) : nullptr}});
        if (!console.isJson())
            console.print(QStringLiteral("%1 %2 %3")
                              .arg(weights.name, -20)
                              .arg(Text::tr("%1 MB").arg(weights.megabytes), 7)
                              .arg(isThere ? file : weights.origin + QStringLiteral(", ") + weights.address));
    }
    if (console.isJson())
        console.print(QString::fromStdString(json.dump()));
}

Result<> WeightsCommand::fetch(const Context &context) const
{
    const std::optional<PublicWeights> known = findPublicWeights(m_name);
    if (!known && m_address.isEmpty())
        return failure(Text::tr("There are no weights \"%1\"; known are %2. Others can be fetched with --address.")
                           .arg(m_name, knownNames().join(QStringLiteral(", "))));
    static const QRegularExpression hexadecimal(QStringLiteral("^[0-9a-fA-F]{0,64}$"));
    if (!hexadecimal.match(m_sha256).hasMatch())
        return failure(Text::tr("--sha256 %1: these are not up to 64 hexadecimal digits.").arg(m_sha256));
    DownloadRequest request;
    request.address = QUrl(m_address.isEmpty() ? known->address : m_address);
    const QDir folder(m_folder.isEmpty() ? weightsFolder() : absolutePath(m_folder));
    const QString fileName = known ? fileNameOf(*known) : request.address.fileName();
    if (fileName.isEmpty())
        return failure(Text::tr("--address %1 names no file.").arg(m_address));
    request.file = folder.filePath(fileName);
    request.sha256 = m_sha256.isEmpty() && known ? known->sha256 : m_sha256.toLatin1();
    if (Result<> done = download(request, context.interrupt.cancelFlag(), context.console.progressSink()); !done)
        return done;
    if (context.console.isJson())
        context.console.print(
            QString::fromStdString(nlohmann::ordered_json{{"file", request.file.toStdString()}}.dump()));
    else
        context.console.print(request.file);
    return {};
}

} // namespace boxwright::cli
