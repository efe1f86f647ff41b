// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/edit/document.h"

#include <QMap>
#include <QObject>
#include <QStringList>

#include <memory>

class QLockFile;

namespace boxwright {

class ProjectWriter;
struct LoadedProject;

/// An open project: its document, the writer that makes every change durable, and the lock that keeps a second program
/// to reading. Lives on the GUI thread; owned by the program.
class ProjectSession : public QObject
{
    Q_OBJECT

public:
    /// Makes the file NAME.boxwright and opens it.
    static Result<std::unique_ptr<ProjectSession>> create(const QString &path);
    /// Opens it; read-only where another program holds it (holder() says who) or the file cannot be written.
    static Result<std::unique_ptr<ProjectSession>> open(const QString &path);
    ~ProjectSession() override;

    [[nodiscard]] Document &document() { return *m_document; }
    [[nodiscard]] const Dataset &dataset() const { return m_document->dataset(); }

    /// Absolute path of the project file, its folder, its name without ending, and the folder NAME.runs beside it.
    [[nodiscard]] QString path() const { return m_path; }
    [[nodiscard]] QString folder() const { return m_folder; }
    [[nodiscard]] QString name() const;
    [[nodiscard]] QString runsFolder() const;

    /// Absolute path of an image of this project, and the spelling that the project keeps for an absolute path.
    [[nodiscard]] QString absoluteImagePath(const ImageInfo &image) const;
    [[nodiscard]] QString storedImagePath(const QString &absolutePath) const;

    [[nodiscard]] bool isReadOnly() const { return m_document->isReadOnly(); }
    /// Who holds the project ("labelbox, process 4711 on host lab3"); empty where nobody else does.
    [[nodiscard]] QString holder() const { return m_holder; }

    /// What could not be read when the project was opened, translated; usually nothing.
    [[nodiscard]] const QStringList &notes() const { return m_notes; }

    /// Whether everything that was done is durable.
    [[nodiscard]] bool isSaved() const;
    /// Blocks until it is; false when that failed or took longer.
    bool waitForSaved(int milliseconds = 30'000);
    void retrySaving();

    [[nodiscard]] QString setting(const QString &key) const;
    void setSetting(const QString &key, const QString &value);

Q_SIGNALS:
    /// isSaved() changed. False at once with an edit, true only after the disk has it.
    void savedChanged(bool isSaved);
    void savingFailed(const boxwright::Error &error);

private:
    ProjectSession(const QString &path, std::unique_ptr<QLockFile> lock, LoadedProject project);
    void startWriting();
    void tellUnsaved();
    void tellSaved();

    QString m_path;
    QString m_folder;
    QString m_holder;
    QStringList m_notes;
    QMap<QString, QString> m_settings;
    std::unique_ptr<QLockFile> m_lock;
    std::unique_ptr<Document> m_document;
    std::unique_ptr<ProjectWriter> m_writer; ///< none where the project is read-only; goes first, so last here
    bool m_isSavedTold = true;
};

} // namespace boxwright
