// SPDX-License-Identifier: GPL-3.0-or-later
// Doors of the house: which room may include which. README.md shows the same as a map.
#include <QDirIterator>
#include <QFile>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

namespace {

using Rooms = QSet<QString>;

/// Every room with the rooms it may include; a room may always include itself.
const QMap<QString, Rooms> &doors()
{
    static const QMap<QString, Rooms> table = [] {
        const Rooms values{QStringLiteral("core/base"), QStringLiteral("core/model")};
        const Rooms middle{QStringLiteral("core/edit"),  QStringLiteral("core/formats"),
                           QStringLiteral("core/store"), QStringLiteral("core/imaging"),
                           QStringLiteral("core/mxnet"), QStringLiteral("core/sagemaker"),
                           QStringLiteral("core/detect")};
        QMap<QString, Rooms> rooms;
        rooms[QStringLiteral("core/base")] = {};
        rooms[QStringLiteral("core/model")] = {QStringLiteral("core/base")};
        for (const QString &room : middle)
            rooms[room] = values;
        // Formats of the cloud stand on MXNet's byte formats, and image sizes come from image headers.
        rooms[QStringLiteral("core/formats")] +=
            Rooms{QStringLiteral("core/imaging"), QStringLiteral("core/mxnet"), QStringLiteral("core/sagemaker")};
        rooms[QStringLiteral("core/sagemaker")] += Rooms{QStringLiteral("core/mxnet")};
        // A model of the cloud is a model like any other.
        rooms[QStringLiteral("core/detect")] += Rooms{QStringLiteral("core/mxnet"), QStringLiteral("core/sagemaker")};
        rooms[QStringLiteral("core/weights")] = values + Rooms{QStringLiteral("core/mxnet")};
        rooms[QStringLiteral("core/ssd")] =
            values + Rooms{QStringLiteral("core/detect"), QStringLiteral("core/imaging"), QStringLiteral("core/mxnet"),
                           QStringLiteral("core/sagemaker"), QStringLiteral("core/weights")};
        rooms[QStringLiteral("core/download")] = values;
        rooms[QStringLiteral("core/sample")] = values + middle;
        rooms[QStringLiteral("core/review")] = values + middle;
        rooms[QStringLiteral("core/jobs")] = values + middle + Rooms{QStringLiteral("core/review")};
        rooms[QStringLiteral("core/session")] =
            values + middle + Rooms{QStringLiteral("core/review"), QStringLiteral("core/jobs")};
        Rooms core = rooms[QStringLiteral("core/session")];
        core += Rooms{QStringLiteral("core/session"), QStringLiteral("core/sample"), QStringLiteral("core/download")};
        rooms[QStringLiteral("ui")] = core;
        rooms[QStringLiteral("translations")] = {};
        rooms[QStringLiteral("app")] = core + Rooms{QStringLiteral("ui"), QStringLiteral("translations")};
        return rooms;
    }();
    return table;
}

/// Libraries that must not show in a file, by where the file lies and whether it is a header.
QString forbiddenLibrary(const QString &room, bool isHeader, const QString &include)
{
    static const QRegularExpression torch(QStringLiteral("^(torch|ATen|c10)/"));
    static const QRegularExpression json(QStringLiteral("^nlohmann/"));
    static const QRegularExpression opencv(QStringLiteral("^opencv2/"));
    static const QRegularExpression widgets(QStringLiteral(
        "^(QtWidgets/|QApplication|QWidget|QDialog|QMessageBox|QFileDialog|QMainWindow|QGraphics|QSettings$)"));
    const bool isSsd = room == QLatin1String("core/ssd");
    if (torch.match(include).hasMatch() && !isSsd)
        return QStringLiteral("LibTorch lives in core/ssd only");
    if (room.startsWith(QLatin1String("core/")) && widgets.match(include).hasMatch())
        return QStringLiteral("core knows no widgets");
    if (room == QLatin1String("ui") && (json.match(include).hasMatch() || opencv.match(include).hasMatch()))
        return QStringLiteral("ui knows neither json nor OpenCV");
    if (isHeader && (json.match(include).hasMatch() || opencv.match(include).hasMatch()) && !isSsd)
        return QStringLiteral("json and OpenCV cross no public header");
    return {};
}

QString roomOf(const QString &path)
{
    const QStringList parts = path.split(QLatin1Char('/'));
    if (parts.value(0) == QLatin1String("core") && parts.size() > 2)
        return parts[0] + QLatin1Char('/') + parts[1];
    return parts.value(0);
}

/// The page of the window that a file belongs to; empty for none.
QString pageOf(const QString &path)
{
    static const QStringList pages{QStringLiteral("data"), QStringLiteral("models"), QStringLiteral("review"),
                                   QStringLiteral("train")};
    const QStringList parts = path.split(QLatin1Char('/'));
    return parts[0] == QLatin1String("ui") && pages.contains(parts.value(1)) ? parts[1] : QString();
}

QStringList forbiddenIncludes(const QString &path, const QString &content)
{
    static const QRegularExpression directive(QStringLiteral("^\\s*#\\s*include\\s*[<\"]([^>\"]+)[>\"]"),
                                              QRegularExpression::MultilineOption);
    const QString room = roomOf(path);
    const bool isHeader = path.endsWith(QLatin1String(".h"));
    QStringList found;
    for (auto matches = directive.globalMatch(content); matches.hasNext();) {
        const QString include = matches.next().captured(1);
        const QString target = roomOf(include);
        const bool isOurs = doors().contains(target);
        if (isOurs && target != room && !doors().value(room).contains(target))
            found << QStringLiteral("%1 includes %2: no door leads there").arg(path, include);
        if (!pageOf(path).isEmpty() && !pageOf(include).isEmpty() && pageOf(path) != pageOf(include))
            found << QStringLiteral("%1 includes %2: pages know nothing of each other").arg(path, include);
        const QString reason = forbiddenLibrary(room, isHeader, include);
        if (!reason.isEmpty())
            found << QStringLiteral("%1 includes %2: %3").arg(path, include, reason);
    }
    return found;
}

} // namespace

class LayeringTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aForbiddenIncludeIsFound_data();
    void aForbiddenIncludeIsFound();
    void everyIncludeGoesThroughADoor();
};

void LayeringTest::aForbiddenIncludeIsFound_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("line");
    QTest::addColumn<bool>("isForbidden");
    QTest::newRow("core may not know the window")
        << QStringLiteral("core/edit/a.cpp") << QStringLiteral("#include \"ui/canvas/canvas.h\"") << true;
    QTest::newRow("ui may not know torch")
        << QStringLiteral("ui/a.cpp") << QStringLiteral("#include <torch/torch.h>") << true;
    QTest::newRow("no json in headers") << QStringLiteral("core/formats/a.h")
                                        << QStringLiteral("#include <nlohmann/json.hpp>") << true;
    QTest::newRow("model does not know the store")
        << QStringLiteral("core/model/a.h") << QStringLiteral("#include \"core/store/project_file.h\"") << true;
    QTest::newRow("ui may know core") << QStringLiteral("ui/a.cpp")
                                      << QStringLiteral("#include \"core/edit/document.h\"") << false;
    QTest::newRow("one page may not know another")
        << QStringLiteral("ui/train/a.cpp") << QStringLiteral("#include \"ui/models/b.h\"") << true;
    QTest::newRow("pages may share a folder")
        << QStringLiteral("ui/train/a.cpp") << QStringLiteral("#include \"ui/project_models/b.h\"") << false;
    QTest::newRow("ssd may know torch") << QStringLiteral("core/ssd/a.h") << QStringLiteral("#include <torch/torch.h>")
                                        << false;
}

void LayeringTest::aForbiddenIncludeIsFound()
{
    QFETCH(QString, path);
    QFETCH(QString, line);
    QFETCH(bool, isForbidden);
    QCOMPARE(!forbiddenIncludes(path, line).isEmpty(), isForbidden);
}

void LayeringTest::everyIncludeGoesThroughADoor()
{
    const QDir source(qEnvironmentVariable("BOXWRIGHT_SOURCE"));
    int files = 0;
    QStringList found;
    for (const char *top : {"core", "ui", "app", "translations"}) {
        QDirIterator entries(source.filePath(QLatin1String(top)), {QStringLiteral("*.h"), QStringLiteral("*.cpp")},
                             QDir::Files, QDirIterator::Subdirectories);
        while (entries.hasNext()) {
            QFile file(entries.next());
            QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
            found += forbiddenIncludes(source.relativeFilePath(file.fileName()), QString::fromUtf8(file.readAll()));
            ++files;
        }
    }
    QVERIFY2(files > 20, "the source tree was not found: set BOXWRIGHT_SOURCE");
    QVERIFY2(found.isEmpty(), qPrintable(found.join(QLatin1Char('\n'))));
}

QTEST_GUILESS_MAIN(LayeringTest)
#include "layering_test.moc"
