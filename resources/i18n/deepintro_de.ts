<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/about.py"/>
        <source>About DeepIntro</source>
        <translation>Über DeepIntro</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/about.py"/>
        <source>Layer-wise relevance propagation (LRP), by which relevance is computed unless you choose otherwise, is covered by patents ({0}). It is free of charge for personal and scientific use only. For commercial use, check whether you need a licence, or choose another method under Tools &gt; Preferences.</source>
        <translation>Layer-wise Relevance Propagation (LRP), womit die Relevanz berechnet wird, wenn Sie nichts anderes wählen, ist durch Patente geschützt ({0}). Kostenlos ist das Verfahren nur für persönliche und wissenschaftliche Zwecke. Prüfen Sie bei kommerzieller Nutzung, ob Sie eine Lizenz brauchen, oder wählen Sie unter Werkzeuge &gt; Einstellungen ein anderes Verfahren.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/about.py"/>
        <source>Licences…</source>
        <translation>Lizenzen …</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/about.py"/>
        <source>Not a medical device</source>
        <translation>Kein Medizinprodukt</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/about.py"/>
        <source>Patents on LRP</source>
        <translation>Patente auf LRP</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/about.py"/>
        <source>Shows which regions of an image made a network decide as it did. Features are what the network finds important; they can differ from what a person would point at.</source>
        <translation>Zeigt, welche Bereiche eines Bildes ein Modell zu seiner Entscheidung gebracht haben. Merkmale sind, was das Modell wichtig findet; sie können von dem abweichen, worauf ein Mensch zeigen würde.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/about.py"/>
        <source>The program is made for research and teaching. Do not base a diagnosis or a treatment on what it shows.</source>
        <translation>Das Programm ist für Forschung und Lehre gemacht. Stützen Sie keine Diagnose und keine Behandlung auf das, was es zeigt.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/about.py"/>
        <source>Version {0}</source>
        <translation>Version {0}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/about.py"/>
        <source>Works without internet. Models and images never leave this computer.</source>
        <translation>Arbeitet ohne Internet. Modelle und Bilder verlassen diesen Rechner nie.</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/actions.py"/>
        <source>&amp;About DeepIntro</source>
        <translation>Über &amp;DeepIntro</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/actions.py"/>
        <source>&amp;Analyse</source>
        <translation>&amp;Analysieren</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/actions.py"/>
        <source>&amp;Bring every feature back</source>
        <translation>Alle Merkmale &amp;zurückholen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/actions.py"/>
        <source>&amp;Check the library</source>
        <translation>&amp;Bibliothek prüfen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/actions.py"/>
        <source>&amp;Earlier feedback…</source>
        <translation>Frühere Rück&amp;meldungen …</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/actions.py"/>
        <source>&amp;Earlier results…</source>
        <translation>&amp;Frühere Ergebnisse …</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/actions.py"/>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/actions.py"/>
        <source>&amp;Export the project…</source>
        <translation>Projekt &amp;exportieren …</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/actions.py"/>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/actions.py"/>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/actions.py"/>
        <source>&amp;Invert</source>
        <translation>&amp;Umkehren</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/actions.py"/>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/actions.py"/>
        <source>&amp;Licences…</source>
        <translation>&amp;Lizenzen …</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/actions.py"/>
        <source>&amp;New project…</source>
        <translation>&amp;Neues Projekt …</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/actions.py"/>
        <source>&amp;Open a project…</source>
        <translation>Projekt ö&amp;ffnen …</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/actions.py"/>
        <source>&amp;Preferences…</source>
        <translation>&amp;Voreinstellungen …</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/actions.py"/>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/actions.py"/>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/actions.py"/>
        <source>&amp;Tools</source>
        <translation>&amp;Werkzeuge</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/actions.py"/>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/actions.py"/>
        <source>&amp;User guide</source>
        <translation>&amp;Anleitung</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/actions.py"/>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/actions.py"/>
        <source>&amp;Where the relevance went…</source>
        <translation>&amp;Wohin die Relevanz ging …</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/actions.py"/>
        <source>Add &amp;images…</source>
        <translation>B&amp;ilder hinzufügen …</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/actions.py"/>
        <source>Add a &amp;model…</source>
        <translation>&amp;Modell hinzufügen …</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/actions.py"/>
        <source>Feedback about this a&amp;nalysis…</source>
        <translation>Rückmeldung zu dieser A&amp;nalyse …</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/actions.py"/>
        <source>Give &amp;feedback…</source>
        <translation>&amp;Rückmeldung geben …</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/actions.py"/>
        <source>Im&amp;port a project…</source>
        <translation>Projekt im&amp;portieren …</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/actions.py"/>
        <source>Occlude &amp;all</source>
        <translation>&amp;Alle verdecken</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/actions.py"/>
        <source>Occlude a feature, or bring it back</source>
        <translation>Ein Merkmal verdecken oder zurückholen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/actions.py"/>
        <source>Open the &amp;sample: shapes</source>
        <translation>Bei&amp;spiel öffnen: Formen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/actions.py"/>
        <source>Open the sample: &amp;corner marker</source>
        <translation>Beispiel öffnen: E&amp;ckmarke</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/actions.py"/>
        <source>Repor&amp;t…</source>
        <translation>Berich&amp;t …</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/actions.py"/>
        <source>Reset &amp;settings</source>
        <translation>&amp;Einstellungen zurücksetzen</translation>
    </message>
</context>
<context>
    <name>AddNetwork</name>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/words.py"/>
        <source> and {0} more</source>
        <translation> und {0} weitere</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/words.py"/>
        <source>Answers like {0}; the largest difference is {1} of the largest logit.</source>
        <translation>Antwortet wie {0}; der größte Unterschied beträgt {1} des größten Logits.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/words.py"/>
        <source>Caffe network</source>
        <translation>Caffe-Netz</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/words.py"/>
        <source>Can be predicted, but not explained</source>
        <translation>Kann vorhersagen, aber nicht erklärt werden</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/words.py"/>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/words.py"/>
        <source>Checked, Δ {0}</source>
        <translation>Geprüft, Δ {0}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/presenter.py"/>
        <source>Choose a picture to try</source>
        <translation>Bild zum Ausprobieren wählen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/words.py"/>
        <source>Choose another…</source>
        <translation>Andere wählen …</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/words.py"/>
        <source>Choose the file of the model</source>
        <translation>Datei des Modells wählen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/words.py"/>
        <source>Choose the labels</source>
        <translation>Klassennamen wählen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/words.py"/>
        <source>Choose the mean picture</source>
        <translation>Mittelwertbild wählen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/words.py"/>
        <source>Choose the weights</source>
        <translation>Gewichte wählen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/words.py"/>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/words.py"/>
        <source>Divided by</source>
        <translation>Geteilt durch</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/words.py"/>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/words.py"/>
        <source>Keras network</source>
        <translation>Keras-Netz</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/words.py"/>
        <source>Labels</source>
        <translation>Klassennamen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/words.py"/>
        <source>Labels not used</source>
        <translation>Klassennamen nicht verwendet</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/words.py"/>
        <source>Mean</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/words.py"/>
        <source>No labels</source>
        <translation>Keine Klassennamen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/words.py"/>
        <source>No mean picture</source>
        <translation>Kein Mittelwertbild</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/words.py"/>
        <source>No runtime of its own is there to compare with.</source>
        <translation>Es gibt keine eigene Laufzeitumgebung zum Vergleichen.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/words.py"/>
        <source>Not checked</source>
        <translation>Nicht geprüft</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/words.py"/>
        <source>Not used</source>
        <translation>Nicht verwendet</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/words.py"/>
        <source>Nothing needs to be chosen. This is what the network answers:</source>
        <translation>Es muss nichts gewählt werden. So antwortet das Modell:</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/words.py"/>
        <source>ONNX network</source>
        <translation>ONNX-Netz</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/words.py"/>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/words.py"/>
        <source>PyTorch weights</source>
        <translation>PyTorch-Gewichte</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/words.py"/>
        <source>Range</source>
        <translation>Wertebereich</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/words.py"/>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/words.py"/>
        <source>TensorFlow 1 checkpoint</source>
        <translation>TensorFlow-1-Checkpoint</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/words.py"/>
        <source>TensorFlow SavedModel</source>
        <translation>TensorFlow-SavedModel</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/words.py"/>
        <source>The file says how pixels are prepared</source>
        <translation>Die Datei sagt, wie Pixel aufbereitet werden</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/words.py"/>
        <source>The files do not say how pixels were prepared. Here are {0} ways, and what the network answers to the same picture.</source>
        <translation>Die Dateien sagen nicht, wie Pixel aufbereitet wurden. Hier sind {0} Möglichkeiten und was das Modell auf dasselbe Bild antwortet.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/presenter.py"/>
        <source>The preparations could not be tried. {0} {1}</source>
        <translation>Die Aufbereitungen konnten nicht ausprobiert werden. {0} {1}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/words.py"/>
        <source>TorchScript network</source>
        <translation>TorchScript-Netz</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/words.py"/>
        <source>Trying what each way gives…</source>
        <translation>Die Möglichkeiten werden ausprobiert …</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/words.py"/>
        <source>Which one reads the picture correctly?</source>
        <translation>Welche liest das Bild richtig?</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/words.py"/>
        <source>cannot be added</source>
        <translation>kann nicht hinzugefügt werden</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/words.py"/>
        <source>chosen by you</source>
        <translation>von Ihnen gewählt</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/words.py"/>
        <source>exported PyTorch program</source>
        <translation>exportiertes PyTorch-Programm</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/words.py"/>
        <source>found beside it</source>
        <translation>lag daneben</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/words.py"/>
        <source>frozen TensorFlow graph</source>
        <translation>eingefrorener TensorFlow-Graph</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/words.py"/>
        <source>grey</source>
        <translation>grau</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/words.py"/>
        <source>labels</source>
        <translation>Klassennamen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/words.py"/>
        <source>mean picture</source>
        <translation>Mittelwertbild</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/words.py"/>
        <source>mean picture, {0}</source>
        <translation>Mittelwertbild, {0}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/words.py"/>
        <source>middle cut out</source>
        <translation>Mitte ausgeschnitten</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/words.py"/>
        <source>none lies beside it, mostly none is needed</source>
        <translation>liegt nicht daneben, meist ist keines nötig</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/presenter.py"/>
        <source>not added</source>
        <translation>nicht hinzugefügt</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/words.py"/>
        <source>not found beside it</source>
        <translation>liegt nicht daneben</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/words.py"/>
        <source>padded</source>
        <translation>mit Rand aufgefüllt</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/words.py"/>
        <source>picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/words.py"/>
        <source>pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/words.py"/>
        <source>recognised from its content: {0}</source>
        <translation>am Inhalt erkannt: {0}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/words.py"/>
        <source>recognised, but only a part</source>
        <translation>erkannt, aber nur ein Teil</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/words.py"/>
        <source>recognised: {0}</source>
        <translation>erkannt: {0}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/words.py"/>
        <source>stretched to the size</source>
        <translation>auf die Größe gestreckt</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/words.py"/>
        <source>structure</source>
        <translation>Struktur</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/words.py"/>
        <source>weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/words.py"/>
        <source>weights without a structure</source>
        <translation>Gewichte ohne Struktur</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/words.py"/>
        <source>weights, {0}</source>
        <translation>Gewichte, {0}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/words.py"/>
        <source>{0} as it is</source>
        <translation>{0} unverändert</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/words.py"/>
        <source>{0} classes will be numbered</source>
        <translation>{0} Klassen werden nummeriert</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/words.py"/>
        <source>{0} labels, from the file itself</source>
        <translation>{0} Klassennamen, aus der Datei selbst</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/words.py"/>
        <source>{0} labels, {1}</source>
        <translation>{0} Klassennamen, {1}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/words.py"/>
        <source>{0} minus mean</source>
        <translation>{0} minus Mittelwert</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/words.py"/>
        <source>{0} to {1}</source>
        <translation>{0} bis {1}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/words.py"/>
        <source>{0}, mean and std</source>
        <translation>{0}, Mittelwert und Streuung</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/words.py"/>
        <source>{0}, {1}1 to 1</source>
        <translation>{0}, {1}1 bis 1</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/words.py"/>
        <source>{0}: mean {1:.2f}</source>
        <translation>{0}: Mittel {1:.2f}</translation>
    </message>
</context>
<context>
    <name>AddNetworkDialog</name>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/view.py"/>
        <source>Add a model</source>
        <translation>Modell hinzufügen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/view.py"/>
        <source>Add a model ({0} of {1})</source>
        <translation>Modell hinzufügen ({0} von {1})</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/view.py"/>
        <source>Add model</source>
        <translation>Modell hinzufügen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/view.py"/>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/view.py"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/view.py"/>
        <source>Choose another file…</source>
        <translation>Andere Datei wählen …</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/view.py"/>
        <source>Choose the file…</source>
        <translation>Datei wählen …</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/view.py"/>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/view.py"/>
        <source>Other settings…</source>
        <translation>Andere Einstellungen …</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/view.py"/>
        <source>Read again</source>
        <translation>Neu einlesen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/view.py"/>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
</context>
<context>
    <name>AnalysisCards</name>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/cards.py"/>
        <source>Largest change</source>
        <translation>Größte Änderung</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/cards.py"/>
        <source>Minimum to keep</source>
        <translation>Minimum zum Behalten</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/cards.py"/>
        <source>Minimum to occlude</source>
        <translation>Minimum zum Verdecken</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/cards.py"/>
        <source>Most important feature</source>
        <translation>Wichtigstes Merkmal</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/cards.py"/>
        <source>No set changes the top</source>
        <translation>Keine Menge ändert Platz 1</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/cards.py"/>
        <source>No set keeps it on top</source>
        <translation>Keine Menge hält Platz 1</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/cards.py"/>
        <source>No such set found</source>
        <translation>Keine solche Menge gefunden</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/cards.py"/>
        <source>Not on top anyway</source>
        <translation>Ohnehin nicht auf Platz 1</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/cards.py"/>
        <source>What alone is enough?</source>
        <translation>Was genügt allein?</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/cards.py"/>
        <source>What lowers it most?</source>
        <translation>Was senkt sie am meisten?</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/cards.py"/>
        <source>What must go to change it?</source>
        <translation>Was muss weg, damit sie kippt?</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/cards.py"/>
        <source>Which one matters most?</source>
        <translation>Welches zählt am meisten?</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/cards.py"/>
        <source>all tried</source>
        <translation>alle geprüft</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/cards.py"/>
        <source>even with all {0} hidden</source>
        <translation>auch wenn alle {0} verdeckt sind</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/cards.py"/>
        <source>even with it hidden</source>
        <translation>auch wenn es verdeckt ist</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/cards.py"/>
        <source>holds in {0}, {1}</source>
        <translation>gilt bei {0}, {1}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/cards.py"/>
        <source>keep only {0}</source>
        <translation>nur {0} behalten</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/cards.py"/>
        <source>nothing needs to be hidden</source>
        <translation>nichts muss verdeckt werden</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/cards.py"/>
        <source>occlude {0}</source>
        <translation>{0} verdecken</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/cards.py"/>
        <source>the only one</source>
        <translation>das einzige</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/cards.py"/>
        <source>without all {0}</source>
        <translation>ohne alle {0}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/cards.py"/>
        <source>without it</source>
        <translation>ohne es</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/cards.py"/>
        <source>without {0} of {1}</source>
        <translation>ohne {0} von {1}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/cards.py"/>
        <source>{0} (drawn)</source>
        <translation>{0} (gezeichnet)</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/cards.py"/>
        <source>{0} (drawn: {1})</source>
        <translation>{0} (gezeichnet: {1})</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/cards.py"/>
        <source>{0} becomes top, {1}</source>
        <translation>nun {0}, {1}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/cards.py"/>
        <source>{0} compared</source>
        <translation>{0} verglichen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/cards.py"/>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/cards.py"/>
        <source>{0} stays at {1}</source>
        <translation>{0} bleibt bei {1}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/cards.py"/>
        <source>{0} stays on top, {1}</source>
        <translation>weiter {0}, {1}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/cards.py"/>
        <source>{0} without {1}</source>
        <translation>{0} ohne {1}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/cards.py"/>
        <source>{0}; at least {1}</source>
        <translation>{0}; mindestens {1}</translation>
    </message>
</context>
<context>
    <name>BackgroundGroup</name>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/image_view/controls.py"/>
        <source>Another colour…</source>
        <translation>Andere Farbe …</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/image_view/controls.py"/>
        <source>Behind transparent pixels</source>
        <translation>Hinter durchsichtigen Pixeln</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/image_view/controls.py"/>
        <source>Black</source>
        <translation>Schwarz</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/image_view/controls.py"/>
        <source>Grey</source>
        <translation>Grau</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/image_view/controls.py"/>
        <source>White</source>
        <translation>Weiß</translation>
    </message>
</context>
<context>
    <name>Badge</name>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/badge.py"/>
        <source>Best of {0}</source>
        <translation>Bestes von {0}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/badge.py"/>
        <source>Exact</source>
        <translation>Exakt</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/badge.py"/>
        <source>Impossible</source>
        <translation>Unmöglich</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/badge.py"/>
        <source>None in {0}</source>
        <translation>Keines in {0}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/badge.py"/>
        <source>{0} so far</source>
        <translation>{0} bisher</translation>
    </message>
</context>
<context>
    <name>BellButton</name>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/status_strip.py"/>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/status_strip.py"/>
        <source>Messages, {0} new</source>
        <translation>Meldungen, {0} neue</translation>
    </message>
</context>
<context>
    <name>Boundary</name>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/boundary/presenter.py"/>
        <source>A boundary lies between two classes</source>
        <translation>Eine Grenze liegt zwischen zwei Klassen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/boundary/words.py"/>
        <source>Boundary</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/boundary/words.py"/>
        <source>Noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/boundary/words.py"/>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/boundary/words.py"/>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/boundary/words.py"/>
        <source>Step {0}</source>
        <translation>Schritt {0}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/boundary/presenter.py"/>
        <source>This network gives a single number and no second class. Choose another model.</source>
        <translation>Dieses Modell gibt nur eine einzige Zahl aus und keine zweite Klasse. Wählen Sie ein anderes Modell.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/boundary/words.py"/>
        <source>earlier image</source>
        <translation>früheres Bild</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/boundary/words.py"/>
        <source>earlier images</source>
        <translation>frühere Bilder</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/boundary/words.py"/>
        <source>from noise</source>
        <translation>aus Rauschen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/boundary/words.py"/>
        <source>from the picture</source>
        <translation>vom Bild aus</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/boundary/words.py"/>
        <source>image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/boundary/words.py"/>
        <source>images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/boundary/words.py"/>
        <source>largest other {0}</source>
        <translation>größte andere {0}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/boundary/words.py"/>
        <source>mean distance moved {0:.1f} of 255</source>
        <translation>im Mittel um {0:.1f} von 255 verändert</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/boundary/presenter.py"/>
        <source>measured on this machine</source>
        <translation>auf diesem Rechner gemessen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/boundary/words.py"/>
        <source>on its way</source>
        <translation>unterwegs</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/boundary/words.py"/>
        <source>pixels moved by {0:.1f} of 255</source>
        <translation>um {0:.1f} von 255 verändert</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/boundary/words.py"/>
        <source>stopped at iteration {0}, not kept</source>
        <translation>bei Iteration {0} angehalten, nicht behalten</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/boundary/words.py"/>
        <source>stopped before it began</source>
        <translation>vor dem Beginn angehalten</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/boundary/words.py"/>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/boundary/words.py"/>
        <source>{0} and {1}</source>
        <translation>{0} und {1}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/boundary/words.py"/>
        <source>{0} more</source>
        <translation>{0} weitere</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/boundary/words.py"/>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/boundary/words.py"/>
        <source>{0} of {1} at the boundary</source>
        <translation>{0} von {1} an der Grenze</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/boundary/words.py"/>
        <source>{0}, {1} at the boundary</source>
        <translation>{0}, {1} an der Grenze</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/boundary/words.py"/>
        <source>{0}: about {1}</source>
        <translation>{0}: etwa {1}</translation>
    </message>
</context>
<context>
    <name>BoundaryArea</name>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/boundary/cards.py"/>
        <source>A boundary image is one that the network takes for either class, one half each. The way to it shows what the network would have to see.</source>
        <translation>Ein Grenzbild hält das Modell je zur Hälfte für die eine und die andere Klasse. Der Weg dorthin zeigt, was das Modell sehen müsste.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/boundary/cards.py"/>
        <source>Between</source>
        <translation>Zwischen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/boundary/cards.py"/>
        <source>Nothing made yet</source>
        <translation>Noch nichts erzeugt</translation>
    </message>
</context>
<context>
    <name>BoundaryCard</name>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/boundary/cards.py"/>
        <source>At the boundary</source>
        <translation>An der Grenze</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/boundary/cards.py"/>
        <source>Image {0}</source>
        <translation>Bild {0}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/boundary/cards.py"/>
        <source>Not reached</source>
        <translation>Nicht erreicht</translation>
    </message>
</context>
<context>
    <name>BoundaryPanel</name>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/boundary/settings_panel.py"/>
        <source>A layer&apos;s mean over those of your images that the network takes for one of the two.</source>
        <translation>Der Mittelwert einer Schicht über diejenigen Ihrer Bilder, die das Modell einer der beiden Klassen zuordnet.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/boundary/settings_panel.py"/>
        <source>Both probabilities one half, next to nothing for the rest.</source>
        <translation>Beide Wahrscheinlichkeiten ein halb, fast nichts für alle übrigen.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/boundary/settings_panel.py"/>
        <source>Class a</source>
        <translation>Klasse a</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/boundary/settings_panel.py"/>
        <source>Class b</source>
        <translation>Klasse b</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/boundary/settings_panel.py"/>
        <source>Exchange a and b</source>
        <translation>a und b vertauschen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/boundary/settings_panel.py"/>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/boundary/settings_panel.py"/>
        <source>Make boundary images</source>
        <translation>Grenzbilder erzeugen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/boundary/settings_panel.py"/>
        <source>Noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/boundary/settings_panel.py"/>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/boundary/settings_panel.py"/>
        <source>Start from</source>
        <translation>Beginnen mit</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/boundary/settings_panel.py"/>
        <source>The picture</source>
        <translation>Das Bild</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/boundary/settings_panel.py"/>
        <source>What is asked of the images</source>
        <translation>Was von den Bildern verlangt wird</translation>
    </message>
</context>
<context>
    <name>BoundaryTab</name>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/boundary/view.py"/>
        <source>Image {0}, {1}</source>
        <translation>Bild {0}, {1}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/boundary/view.py"/>
        <source>seed {0}</source>
        <translation>Startwert {0}</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/canvas_features.py"/>
        <source>{0}   alone {1}</source>
        <translation>{0}   allein {1}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/canvas_features.py"/>
        <source>{0}   drawn</source>
        <translation>{0}   gezeichnet</translation>
    </message>
</context>
<context>
    <name>CanvasArea</name>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/canvas_area.py"/>
        <source>Fit the image</source>
        <translation>Bild einpassen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/canvas_area.py"/>
        <source>How the image is seen: frame, window</source>
        <translation>Wie das Bild gesehen wird: Einzelbild, Fenster</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/canvas_area.py"/>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/canvas_area.py"/>
        <source>Network input</source>
        <translation>Eingabe des Modells</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/canvas_area.py"/>
        <source>Occluded</source>
        <translation>Verdeckt</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/canvas_area.py"/>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/canvas_area.py"/>
        <source>What is shown</source>
        <translation>Was gezeigt wird</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/canvas_area.py"/>
        <source>{0} × mean</source>
        <translation>{0} × Mittel</translation>
    </message>
</context>
<context>
    <name>CanvasLayers</name>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/canvas_layers.py"/>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/canvas_layers.py"/>
        <source>{0} features</source>
        <translation>{0} Merkmale</translation>
    </message>
</context>
<context>
    <name>CanvasMenu</name>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/canvas_menu.py"/>
        <source>&amp;Copy the picture</source>
        <translation>Bild &amp;kopieren</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/canvas_menu.py"/>
        <source>&amp;Fit the image</source>
        <translation>Bild &amp;einpassen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/canvas_menu.py"/>
        <source>&amp;Save the picture as…</source>
        <translation>Bild &amp;speichern unter …</translation>
    </message>
</context>
<context>
    <name>ChoiceDialog</name>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/small.py"/>
        <source>Use it</source>
        <translation>Verwenden</translation>
    </message>
</context>
<context>
    <name>Collection</name>
    <message>
        <location filename="../../deepintro_desktop/ui/docks/networks/presenter.py"/>
        <source>Every result made with it is removed, too. The files it came from stay where they are.</source>
        <translation>Alle damit entstandenen Ergebnisse werden ebenfalls entfernt. Die Dateien, aus denen es stammt, bleiben, wo sie sind.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/docks/images/presenter.py"/>
        <source>Every result that was made of it is removed, too. The file it came from stays where it is.</source>
        <translation>Alle daraus entstandenen Ergebnisse werden ebenfalls entfernt. Die Datei, aus der es stammt, bleibt, wo sie ist.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/presenters/collection.py"/>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/presenters/collection.py"/>
        <source>Reading {0}…</source>
        <translation>{0} wird gelesen …</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/presenters/collection.py"/>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/presenters/collection.py"/>
        <source>Remove {0}?</source>
        <translation>{0} entfernen?</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/presenters/collection.py"/>
        <source>Rename {0}</source>
        <translation>{0} umbenennen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/docks/images/presenter.py"/>
        <source>image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/docks/networks/presenter.py"/>
        <source>model</source>
        <translation>Modell</translation>
    </message>
</context>
<context>
    <name>CollectionDock</name>
    <message>
        <location filename="../../deepintro_desktop/ui/docks/collection_dock.py"/>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/docks/collection_dock.py"/>
        <source>Remove…</source>
        <translation>Entfernen …</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/docks/collection_dock.py"/>
        <source>Rename…</source>
        <translation>Umbenennen …</translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/compare/words.py"/>
        <source>Both give the same answer</source>
        <translation>Beide geben dieselbe Antwort</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/compare/words.py"/>
        <source>No feature for {0} at these settings.</source>
        <translation>Kein Merkmal für {0} bei diesen Einstellungen.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/compare/words.py"/>
        <source>Their answers differ</source>
        <translation>Die Antworten unterscheiden sich</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/compare/words.py"/>
        <source>This network can be predicted, but not explained.</source>
        <translation>Dieses Modell kann vorhersagen, aber nicht erklärt werden.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/compare/words.py"/>
        <source>correlation of the maps {0}</source>
        <translation>Korrelation der Karten {0}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/compare/words.py"/>
        <source>feature {0} holds</source>
        <translation>Merkmal {0} enthält</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/compare/words.py"/>
        <source>features drawn by a person do not count here</source>
        <translation>von einer Person gezeichnete Merkmale zählen hier nicht</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/compare/words.py"/>
        <source>features in common (IoU) {0:.2f}</source>
        <translation>gemeinsame Merkmale (IoU) {0:.2f}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/compare/words.py"/>
        <source>features {0} hold</source>
        <translation>Merkmale {0} enthalten</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/compare/words.py"/>
        <source>of {0} px and more</source>
        <translation>ab {0} px</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/compare/words.py"/>
        <source>their maps show other parts of the picture and cannot be laid over each other</source>
        <translation>ihre Karten zeigen andere Ausschnitte des Bildes und lassen sich nicht übereinanderlegen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/compare/words.py"/>
        <source>{0} (not its answer)</source>
        <translation>{0} (nicht seine Antwort)</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/compare/words.py"/>
        <source>{0} {1} of the relevance for {2}, {3}.</source>
        <translation>{0} {1} der Relevanz für {2}, {3}.</translation>
    </message>
</context>
<context>
    <name>CompareTab</name>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/compare/view.py"/>
        <source>A second model is needed</source>
        <translation>Ein zweites Modell wird gebraucht</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/compare/view.py"/>
        <source>Add a model</source>
        <translation>Modell hinzufügen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/compare/view.py"/>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/compare/view.py"/>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/compare/view.py"/>
        <source>Comparing…</source>
        <translation>Wird verglichen …</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/compare/view.py"/>
        <source>Nothing was compared.</source>
        <translation>Es wurde nichts verglichen.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/compare/view.py"/>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/compare/view.py"/>
        <source>Two models look at the same picture here, beside each other.</source>
        <translation>Hier betrachten zwei Modelle dasselbe Bild, nebeneinander.</translation>
    </message>
</context>
<context>
    <name>ControlsBar</name>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/controls_bar.py"/>
        <source>Fill</source>
        <translation>Füllung</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/controls_bar.py"/>
        <source>More settings</source>
        <translation>Weitere Einstellungen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/controls_bar.py"/>
        <source>Recommended for this network. {0}</source>
        <translation>Für dieses Modell empfohlen. {0}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/controls_bar.py"/>
        <source>Relevance</source>
        <translation>Relevanz</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/controls_bar.py"/>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/controls_bar.py"/>
        <source>Reset settings</source>
        <translation>Einstellungen zurücksetzen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/controls_bar.py"/>
        <source>coarse</source>
        <translation>grob</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/controls_bar.py"/>
        <source>fine</source>
        <translation>fein</translation>
    </message>
</context>
<context>
    <name>ControlsPanel</name>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/image_view/controls.py"/>
        <source>Cut</source>
        <translation>Schnittebene</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/image_view/controls.py"/>
        <source>Draw the overlays into the picture</source>
        <translation>Overlays ins Bild zeichnen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/image_view/controls.py"/>
        <source>The network sees them, too.</source>
        <translation>Das Modell sieht sie dann ebenfalls.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/image_view/controls.py"/>
        <source>There is nothing to choose about this picture.</source>
        <translation>Bei diesem Bild gibt es nichts zu wählen.</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/earlier/details.py"/>
        <source>Not analysed. Open it and press Analyse to have the answers.</source>
        <translation>Nicht analysiert. Öffnen Sie es und drücken Sie „Analysieren“, um die Antworten zu erhalten.</translation>
    </message>
</context>
<context>
    <name>Drawing</name>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/drawing.py"/>
        <source>A small feature</source>
        <translation>Ein kleines Merkmal</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/drawing.py"/>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/drawing.py"/>
        <source>Nothing drawn</source>
        <translation>Nichts gezeichnet</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/drawing.py"/>
        <source>Rename feature {0}</source>
        <translation>Merkmal {0} umbenennen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/drawing.py"/>
        <source>The shape holds no pixel of the network&apos;s input. Zoom in, or draw larger.</source>
        <translation>Die Form enthält kein Pixel der Eingabe des Modells. Vergrößern Sie die Ansicht, oder zeichnen Sie größer.</translation>
    </message>
</context>
<context>
    <name>DrawingStrip</name>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/drawing_strip.py"/>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/drawing_strip.py"/>
        <source>Delete the selected features</source>
        <translation>Ausgewählte Merkmale löschen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/drawing_strip.py"/>
        <source>Draw a lasso</source>
        <translation>Mit dem Lasso zeichnen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/drawing_strip.py"/>
        <source>Draw a rectangle</source>
        <translation>Rechteck zeichnen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/drawing_strip.py"/>
        <source>Draw an ellipse</source>
        <translation>Ellipse zeichnen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/drawing_strip.py"/>
        <source>Merge the selected features</source>
        <translation>Ausgewählte Merkmale verbinden</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/drawing_strip.py"/>
        <source>Rename the selected feature</source>
        <translation>Ausgewähltes Merkmal umbenennen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/drawing_strip.py"/>
        <source>Select</source>
        <translation>Auswählen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/drawing_strip.py"/>
        <source>Split the selected feature</source>
        <translation>Ausgewähltes Merkmal teilen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/drawing_strip.py"/>
        <source>What can be done with selected features</source>
        <translation>Was mit ausgewählten Merkmalen möglich ist</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/drawing_strip.py"/>
        <source>…</source>
        <translation>…</translation>
    </message>
</context>
<context>
    <name>DrawingTools</name>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/drawing_tools.py"/>
        <source>Bring back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/drawing_tools.py"/>
        <source>Occlude</source>
        <translation>Verdecken</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/drawing_tools.py"/>
        <source>delete the selected feature (in the picture, in its list)</source>
        <translation>das ausgewählte Merkmal löschen (im Bild, in seiner Liste)</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/drawing_tools.py"/>
        <source>draw a rectangle</source>
        <translation>ein Rechteck zeichnen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/drawing_tools.py"/>
        <source>draw an ellipse</source>
        <translation>eine Ellipse zeichnen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/drawing_tools.py"/>
        <source>draw with the lasso</source>
        <translation>mit dem Lasso zeichnen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/drawing_tools.py"/>
        <source>merge the selected features</source>
        <translation>die ausgewählten Merkmale verbinden</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/drawing_tools.py"/>
        <source>rename the selected feature (in the picture, in its list)</source>
        <translation>das ausgewählte Merkmal umbenennen (im Bild, in seiner Liste)</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/drawing_tools.py"/>
        <source>select features</source>
        <translation>Merkmale auswählen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/drawing_tools.py"/>
        <source>split the selected feature</source>
        <translation>das ausgewählte Merkmal teilen</translation>
    </message>
</context>
<context>
    <name>DropHint</name>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/drop_target.py"/>
        <source>Drop to add</source>
        <translation>Zum Hinzufügen loslassen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/drop_target.py"/>
        <source>Models, images, or folders with both</source>
        <translation>Modelle, Bilder oder Ordner mit beidem</translation>
    </message>
</context>
<context>
    <name>Earlier</name>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/earlier/words.py"/>
        <source> (best found)</source>
        <translation> (bestes gefundenes)</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/earlier/words.py"/>
        <source>, {0} more</source>
        <translation>, {0} weitere</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/earlier/words.py"/>
        <source>Analysed</source>
        <translation>Analysiert</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/earlier/words.py"/>
        <source>As ONNX SHA-256</source>
        <translation>Als ONNX, SHA-256</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/earlier/words.py"/>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/earlier/words.py"/>
        <source>Changed by hand</source>
        <translation>Von Hand geändert</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/earlier/words.py"/>
        <source>Clustering</source>
        <translation>Gruppierung</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/earlier/words.py"/>
        <source>Correlation of the maps</source>
        <translation>Korrelation der Karten</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/earlier/words.py"/>
        <source>Distance</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/earlier/words.py"/>
        <source>Features</source>
        <translation>Merkmale</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/earlier/words.py"/>
        <source>Features that cover each other</source>
        <translation>Merkmale, die einander überdecken</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/earlier/words.py"/>
        <source>Fill</source>
        <translation>Füllung</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/earlier/words.py"/>
        <source>Image SHA-256</source>
        <translation>Bild, SHA-256</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/earlier/words.py"/>
        <source>Image seen as</source>
        <translation>Bild gesehen als</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/earlier/words.py"/>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/earlier/words.py"/>
        <source>Made</source>
        <translation>Entstanden</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/earlier/words.py"/>
        <source>Map only</source>
        <translation>Nur Karte</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/earlier/words.py"/>
        <source>Merge level</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/earlier/words.py"/>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/earlier/words.py"/>
        <source>Minimum size</source>
        <translation>Mindestgröße</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/earlier/words.py"/>
        <source>Model SHA-256</source>
        <translation>Modell, SHA-256</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/earlier/words.py"/>
        <source>Origin</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/earlier/words.py"/>
        <source>Pixels of features in common (IoU)</source>
        <translation>Gemeinsame Pixel der Merkmale (IoU)</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/earlier/words.py"/>
        <source>Predictions on</source>
        <translation>Vorhersagen auf</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/earlier/words.py"/>
        <source>Probability</source>
        <translation>Wahrscheinlichkeit</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/earlier/words.py"/>
        <source>Relevance on</source>
        <translation>Relevanz auf</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/earlier/words.py"/>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/earlier/words.py"/>
        <source>Sets evaluated</source>
        <translation>Geprüfte Mengen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/earlier/words.py"/>
        <source>Target class</source>
        <translation>Zielklasse</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/earlier/words.py"/>
        <source>The relevance map for {0}</source>
        <translation>Die Relevanzkarte für {0}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/earlier/words.py"/>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/earlier/words.py"/>
        <source>best found</source>
        <translation>bestes gefundenes</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/earlier/words.py"/>
        <source>exact</source>
        <translation>exakt</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/earlier/words.py"/>
        <source>feature</source>
        <translation>Merkmal</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/earlier/words.py"/>
        <source>features</source>
        <translation>Merkmale</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/earlier/words.py"/>
        <source>impossible</source>
        <translation>unmöglich</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/earlier/words.py"/>
        <source>keep</source>
        <translation>behalten</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/earlier/words.py"/>
        <source>made by an older version, which did not note it</source>
        <translation>von einer älteren Version, die es nicht vermerkt hat</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/earlier/words.py"/>
        <source>none</source>
        <translation>keines</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/earlier/words.py"/>
        <source>none found</source>
        <translation>keines gefunden</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/earlier/words.py"/>
        <source>occlude</source>
        <translation>verdecken</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/earlier/words.py"/>
        <source>{0:g} px</source>
        <translation>{0:g} px</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/earlier/words.py"/>
        <source>{0:g} × mean</source>
        <translation>{0:g} × Mittel</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/earlier/words.py"/>
        <source>{0} for {1}</source>
        <translation>{0} für {1}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/earlier/words.py"/>
        <source>{0} px</source>
        <translation>{0} px</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/earlier/words.py"/>
        <source>{0}, {1} clusters</source>
        <translation>{0}, {1} Gruppen</translation>
    </message>
</context>
<context>
    <name>EarlierDialog</name>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/earlier/dialog.py"/>
        <source>Analyses ({0})</source>
        <translation>Analysen ({0})</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/earlier/dialog.py"/>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/earlier/dialog.py"/>
        <source>Earlier results</source>
        <translation>Frühere Ergebnisse</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/earlier/dialog.py"/>
        <source>Everything ({0})</source>
        <translation>Alles ({0})</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/earlier/dialog.py"/>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/earlier/dialog.py"/>
        <source>Tick two to compare them.</source>
        <translation>Kreuzen Sie zwei an, um sie zu vergleichen.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/earlier/dialog.py"/>
        <source>What is listed</source>
        <translation>Was aufgelistet wird</translation>
    </message>
</context>
<context>
    <name>EarlierList</name>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/earlier/rows.py"/>
        <source>Earlier explanations</source>
        <translation>Frühere Erklärungen</translation>
    </message>
</context>
<context>
    <name>ErrorCurve</name>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/error_curve.py"/>
        <source>Error while growing</source>
        <translation>Fehler während des Entstehens</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/error_curve.py"/>
        <source>{0} iterations</source>
        <translation>{0} Iterationen</translation>
    </message>
</context>
<context>
    <name>Expert</name>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/expert.py"/>
        <source>B</source>
        <translation>B</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/expert.py"/>
        <source>Blur</source>
        <translation>Weichzeichnen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/expert.py"/>
        <source>Blur every</source>
        <translation>Weichzeichnen alle</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/expert.py"/>
        <source>B₊ ⁄ B</source>
        <translation>B₊ ⁄ B</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/expert.py"/>
        <source>C</source>
        <translation>C</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/expert.py"/>
        <source>Channel of a layer with places, else the unit; in the last layer the class, counted from 0.</source>
        <translation>Kanal einer Schicht mit Orten, sonst die Einheit; in der letzten Schicht die Klasse, von 0 an gezählt.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/expert.py"/>
        <source>Clip by norm</source>
        <translation>Kürzen nach Norm</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/expert.py"/>
        <source>Clip by use</source>
        <translation>Kürzen nach Beitrag</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/expert.py"/>
        <source>Decay</source>
        <translation>Abklingen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/expert.py"/>
        <source>Detail</source>
        <translation>Detail</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/expert.py"/>
        <source>Exponent of the norm.</source>
        <translation>Exponent der Norm.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/expert.py"/>
        <source>Exponent of the total variation.</source>
        <translation>Exponent der totalen Variation.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/expert.py"/>
        <source>How much neighbouring pixels may differ, on the same scale.</source>
        <translation>Wie sehr benachbarte Pixel sich unterscheiden dürfen, auf derselben Skala.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/expert.py"/>
        <source>How much the representation counts against smoothness.</source>
        <translation>Wie viel die Repräsentation gegenüber der Glätte zählt.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/expert.py"/>
        <source>Images stop earlier when they no longer get better.</source>
        <translation>Bilder enden früher, wenn sie nicht mehr besser werden.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/expert.py"/>
        <source>Iterations</source>
        <translation>Iterationen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/expert.py"/>
        <source>Iterations from one blur to the next.</source>
        <translation>Iterationen von einem Weichzeichnen zum nächsten.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/expert.py"/>
        <source>Jitter</source>
        <translation>Zittern</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/expert.py"/>
        <source>Largest shift per iteration.</source>
        <translation>Größte Verschiebung je Iteration.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/expert.py"/>
        <source>No pixel is further from the middle colour (AdaGrad); 0: no bound.</source>
        <translation>Kein Pixel ist weiter von der mittleren Farbe entfernt (AdaGrad); 0: keine Grenze.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/expert.py"/>
        <source>Share of the pixels that contribute least that are cleared.</source>
        <translation>Anteil der Pixel mit dem kleinsten Beitrag, die gelöscht werden.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/expert.py"/>
        <source>Share of the pixels with the smallest norm that are cleared.</source>
        <translation>Anteil der Pixel mit der kleinsten Norm, die gelöscht werden.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/expert.py"/>
        <source>Share that every value loses per iteration.</source>
        <translation>Anteil, den jeder Wert je Iteration verliert.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/expert.py"/>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/expert.py"/>
        <source>Usual norm of a pixel about the middle colour, on the scale 0 to 255.</source>
        <translation>Übliche Norm eines Pixels um die mittlere Farbe, auf der Skala von 0 bis 255.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/expert.py"/>
        <source>V</source>
        <translation>V</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/expert.py"/>
        <source>Weight of the distance to the picture.</source>
        <translation>Gewicht des Abstands zum Bild.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/expert.py"/>
        <source>Weight of the representation in the objective.</source>
        <translation>Gewicht der Repräsentation im Ziel.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/expert.py"/>
        <source>Width of a Gaussian blur now and then.</source>
        <translation>Breite eines gelegentlichen Gaußschen Weichzeichnens.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/expert.py"/>
        <source>c</source>
        <translation>c</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/expert.py"/>
        <source>α</source>
        <translation>α</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/expert.py"/>
        <source>β</source>
        <translation>β</translation>
    </message>
</context>
<context>
    <name>ExpertPage</name>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/expert.py"/>
        <source>AdaGrad, as published</source>
        <translation>AdaGrad, wie veröffentlicht</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/expert.py"/>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/expert.py"/>
        <source>Caricature of it</source>
        <translation>Karikatur davon</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/expert.py"/>
        <source>Colours and frequencies</source>
        <translation>Farben und Frequenzen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/expert.py"/>
        <source>Goal</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/expert.py"/>
        <source>L-BFGS</source>
        <translation>L-BFGS</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/expert.py"/>
        <source>Match what the layer was given</source>
        <translation>Dem gleichen, was die Schicht erhielt</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/expert.py"/>
        <source>Maximise a unit</source>
        <translation>Eine Einheit maximieren</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/expert.py"/>
        <source>Network in bfloat16 (errors stay exact)</source>
        <translation>Modell in bfloat16 (Fehler bleiben exakt)</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/expert.py"/>
        <source>Only the unit in the middle</source>
        <translation>Nur die Einheit in der Mitte</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/expert.py"/>
        <source>Parametrisation</source>
        <translation>Parametrisierung</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/expert.py"/>
        <source>Pixels</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/expert.py"/>
        <source>Reset all</source>
        <translation>Alles zurücksetzen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/expert.py"/>
        <source>Solver</source>
        <translation>Löser</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/expert.py"/>
        <source>Start from the picture, not from noise</source>
        <translation>Vom Bild ausgehen, nicht von Rauschen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/expert.py"/>
        <source>Upkeep of a maximisation (Adam, pixels)</source>
        <translation>Pflege beim Maximieren (Adam, Pixel)</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/expert.py"/>
        <source>What the solver moves</source>
        <translation>Was der Löser bewegt</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/expert.py"/>
        <source>auto</source>
        <translation>auto</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/expert.py"/>
        <source>auto ({0})</source>
        <translation>auto ({0})</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/projects.py"/>
        <source>Choose where…</source>
        <translation>Ort wählen …</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/projects.py"/>
        <source>DICOM files with a name or number in them. Else they stay here.</source>
        <translation>DICOM-Dateien mit Namen oder Nummer darin. Sonst bleiben sie hier.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/projects.py"/>
        <source>Export the project</source>
        <translation>Projekt exportieren</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/projects.py"/>
        <source>Export “{0}”</source>
        <translation>„{0}“ exportieren</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/projects.py"/>
        <source>Images that name their patient</source>
        <translation>Bilder, die ihren Patienten nennen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/projects.py"/>
        <source>One file with everything that was computed. What else goes along?</source>
        <translation>Eine Datei mit allem, was berechnet wurde. Was kommt noch mit?</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/projects.py"/>
        <source>The images</source>
        <translation>Die Bilder</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/projects.py"/>
        <source>The models</source>
        <translation>Die Modelle</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/projects.py"/>
        <source>They may show people. Where their files lay is never written.</source>
        <translation>Sie können Personen zeigen. Wo ihre Dateien lagen, wird nie mitgeschrieben.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/projects.py"/>
        <source>Without them the file can be used where the same models are there.</source>
        <translation>Ohne sie ist die Datei dort verwendbar, wo dieselben Modelle vorhanden sind.</translation>
    </message>
</context>
<context>
    <name>FactGrid</name>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/earlier/details.py"/>
        <source>{0}, different</source>
        <translation>{0}, unterschiedlich</translation>
    </message>
</context>
<context>
    <name>FactsDialog</name>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/facts.py"/>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>FailurePanel</name>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/failure_panel.py"/>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/failure_panel.py"/>
        <source>Details for support</source>
        <translation>Angaben für den Support</translation>
    </message>
</context>
<context>
    <name>FeatureHeader</name>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/feature_header.py"/>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/feature_header.py"/>
        <source>Relevance</source>
        <translation>Relevanz</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/feature_header.py"/>
        <source>Sort by this column</source>
        <translation>Nach dieser Spalte sortieren</translation>
    </message>
</context>
<context>
    <name>FeatureList</name>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/feature_delegate.py"/>
        <source>drawn</source>
        <translation>gezeichnet</translation>
    </message>
</context>
<context>
    <name>FeatureListModel</name>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/feature_rows.py"/>
        <source>Drawn by a person: not found by the network</source>
        <translation>Von einer Person gezeichnet: nicht vom Modell gefunden</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/feature_rows.py"/>
        <source>Feature {0}</source>
        <translation>Merkmal {0}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/feature_rows.py"/>
        <source>changes the probability by {0}</source>
        <translation>ändert die Wahrscheinlichkeit um {0}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/feature_rows.py"/>
        <source>drawn by a person</source>
        <translation>von einer Person gezeichnet</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/feature_rows.py"/>
        <source>occluded</source>
        <translation>verdeckt</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/feature_rows.py"/>
        <source>visible</source>
        <translation>sichtbar</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/feature_rows.py"/>
        <source>{0} of the relevance</source>
        <translation>{0} der Relevanz</translation>
    </message>
</context>
<context>
    <name>FeatureListPanel</name>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/feature_list.py"/>
        <source>1 feature holds {0} of the relevance</source>
        <translation>1 Merkmal enthält {0} der Relevanz</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/feature_list.py"/>
        <source>Features</source>
        <translation>Merkmale</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/feature_list.py"/>
        <source>Finding features…</source>
        <translation>Merkmale werden gesucht …</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/feature_list.py"/>
        <source>Invert</source>
        <translation>Umkehren</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/feature_list.py"/>
        <source>No features</source>
        <translation>Keine Merkmale</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/feature_list.py"/>
        <source>Occlude all</source>
        <translation>Alle verdecken</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/feature_list.py"/>
        <source>Occlude none</source>
        <translation>Keines verdecken</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/feature_list.py"/>
        <source>{0} features hold {1} of the relevance</source>
        <translation>{0} Merkmale enthalten {1} der Relevanz</translation>
    </message>
</context>
<context>
    <name>FeatureView</name>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/feature_list.py"/>
        <source>Features</source>
        <translation>Merkmale</translation>
    </message>
</context>
<context>
    <name>Feedback</name>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/feedback/presenter.py"/>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/feedback/presenter.py"/>
        <source>Discard what you answered?</source>
        <translation>Ihre Antworten verwerfen?</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/feedback/given.py"/>
        <source>Export the feedback</source>
        <translation>Rückmeldungen exportieren</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/feedback/given.py"/>
        <source>Feedback exported</source>
        <translation>Rückmeldungen exportiert</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/feedback/words.py"/>
        <source>Given on {0}</source>
        <translation>Gegeben am {0}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/feedback/words.py"/>
        <source>Given on {0}, changed on {1}</source>
        <translation>Gegeben am {0}, geändert am {1}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/feedback/given.py"/>
        <source>It is removed from the library for good.</source>
        <translation>Sie wird endgültig aus der Bibliothek entfernt.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/feedback/given.py"/>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/feedback/given.py"/>
        <source>Remove this feedback?</source>
        <translation>Diese Rückmeldung entfernen?</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/feedback/presenter.py"/>
        <source>Thank you</source>
        <translation>Danke</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/feedback/words.py"/>
        <source>The analysis is not in the library any more.</source>
        <translation>Die Analyse ist nicht mehr in der Bibliothek.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/feedback/words.py"/>
        <source>The image is not in the library any more.</source>
        <translation>Das Bild ist nicht mehr in der Bibliothek.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/feedback/presenter.py"/>
        <source>The library can only be read, so that nothing can be kept. {0}</source>
        <translation>Die Bibliothek kann nur gelesen werden, deshalb kann nichts aufbewahrt werden. {0}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/feedback/words.py"/>
        <source>The model is not in the library any more.</source>
        <translation>Das Modell ist nicht mehr in der Bibliothek.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/feedback/presenter.py"/>
        <source>Your answers have not been kept yet.</source>
        <translation>Ihre Antworten sind noch nicht aufbewahrt.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/feedback/presenter.py"/>
        <source>Your feedback is kept in the library on this computer.</source>
        <translation>Ihre Rückmeldung liegt in der Bibliothek auf diesem Computer.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/feedback/given.py"/>
        <source>entries</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/feedback/given.py"/>
        <source>entry</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/feedback/words.py"/>
        <source>{0} (1: {1}, {2}: {3})</source>
        <translation>{0} (1: {1}, {2}: {3})</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/feedback/presenter.py"/>
        <source>{0} What you wrote is still here.</source>
        <translation>{0} Was Sie geschrieben haben, ist noch da.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/feedback/words.py"/>
        <source>{0} in {1}, seen by {2}</source>
        <translation>{0} in {1}, gesehen von {2}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/feedback/words.py"/>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/feedback/given.py"/>
        <source>{0}: {1} in {2}</source>
        <translation>{0}: {1} in {2}</translation>
    </message>
</context>
<context>
    <name>FeedbackDialog</name>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/feedback/view.py"/>
        <source>Feedback</source>
        <translation>Rückmeldung</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/feedback/view.py"/>
        <source>Keep</source>
        <translation>Aufbewahren</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/feedback/view.py"/>
        <source>Stays on this computer. Nothing is sent.</source>
        <translation>Bleibt auf diesem Computer. Nichts wird gesendet.</translation>
    </message>
</context>
<context>
    <name>FeedbackForm</name>
    <message>
        <location filename="../../deepintro_desktop/core/feedback_forms.py"/>
        <source>Another profession in health care</source>
        <translation>Ein anderer Beruf im Gesundheitswesen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/feedback_forms.py"/>
        <source>Anything else?</source>
        <translation>Sonst noch etwas?</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/feedback_forms.py"/>
        <source>Code of a participant</source>
        <translation>Teilnahmecode</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/feedback_forms.py"/>
        <source>Comparing models or results</source>
        <translation>Modelle oder Ergebnisse vergleichen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/feedback_forms.py"/>
        <source>Do the features make sense to you?</source>
        <translation>Sind die Merkmale für Sie sinnvoll?</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/feedback_forms.py"/>
        <source>Do they lie where you would look yourself?</source>
        <translation>Liegen sie dort, wo Sie selbst hinsehen würden?</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/feedback_forms.py"/>
        <source>Feedback about the program</source>
        <translation>Rückmeldung zum Programm</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/feedback_forms.py"/>
        <source>Feedback about this analysis</source>
        <translation>Rückmeldung zu dieser Analyse</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/feedback_forms.py"/>
        <source>How easy was it to find your way?</source>
        <translation>Wie leicht haben Sie sich zurechtgefunden?</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/feedback_forms.py"/>
        <source>How far would you rely on the model for this image?</source>
        <translation>Wie weit würden Sie sich bei diesem Bild auf das Modell verlassen?</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/feedback_forms.py"/>
        <source>How useful are the explanations for your work?</source>
        <translation>Wie nützlich sind die Erklärungen für Ihre Arbeit?</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/feedback_forms.py"/>
        <source>How well did you understand the numbers?</source>
        <translation>Wie gut haben Sie die Zahlen verstanden?</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/feedback_forms.py"/>
        <source>How well did you understand what was shown?</source>
        <translation>Wie gut haben Sie verstanden, was gezeigt wurde?</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/feedback_forms.py"/>
        <source>How well do you know models that classify images?</source>
        <translation>Wie gut kennen Sie Modelle, die Bilder klassifizieren?</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/feedback_forms.py"/>
        <source>I cannot tell</source>
        <translation>Das kann ich nicht sagen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/feedback_forms.py"/>
        <source>I have read or heard about them</source>
        <translation>Ich habe davon gelesen oder gehört</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/feedback_forms.py"/>
        <source>I have trained or built some</source>
        <translation>Ich habe selbst welche trainiert oder gebaut</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/feedback_forms.py"/>
        <source>I have used their results</source>
        <translation>Ich habe ihre Ergebnisse genutzt</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/feedback_forms.py"/>
        <source>I trust it as before</source>
        <translation>Ich vertraue ihm wie zuvor</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/feedback_forms.py"/>
        <source>I trust it less</source>
        <translation>Ich vertraue ihm weniger</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/feedback_forms.py"/>
        <source>I trust it more</source>
        <translation>Ich vertraue ihm mehr</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/feedback_forms.py"/>
        <source>Images between two classes</source>
        <translation>Bilder zwischen zwei Klassen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/feedback_forms.py"/>
        <source>Is the model right about this image, as far as you can tell?</source>
        <translation>Hat das Modell bei diesem Bild recht, soweit Sie es beurteilen können?</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/feedback_forms.py"/>
        <source>Largest change</source>
        <translation>Größte Änderung</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/feedback_forms.py"/>
        <source>Minimum to keep</source>
        <translation>Minimum zum Behalten</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/feedback_forms.py"/>
        <source>Minimum to occlude</source>
        <translation>Minimum zum Verdecken</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/feedback_forms.py"/>
        <source>Most important feature</source>
        <translation>Wichtigstes Merkmal</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/feedback_forms.py"/>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/feedback_forms.py"/>
        <source>Not at all</source>
        <translation>Gar nicht</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/feedback_forms.py"/>
        <source>Occluding features</source>
        <translation>Merkmale verdecken</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/feedback_forms.py"/>
        <source>Only if somebody gave you one, for a study.</source>
        <translation>Nur, wenn Sie für eine Studie einen bekommen haben.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/feedback_forms.py"/>
        <source>Partly</source>
        <translation>Teilweise</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/feedback_forms.py"/>
        <source>Physician</source>
        <translation>Ärztin oder Arzt</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/feedback_forms.py"/>
        <source>Research or teaching</source>
        <translation>Forschung oder Lehre</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/feedback_forms.py"/>
        <source>Software or engineering</source>
        <translation>Software oder Technik</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/feedback_forms.py"/>
        <source>Some are pieces of one thing</source>
        <translation>Manche sind Stücke einer einzigen Sache</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/feedback_forms.py"/>
        <source>Some join what does not belong together</source>
        <translation>Manche verbinden, was nicht zusammengehört</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/feedback_forms.py"/>
        <source>Some lie on what does not matter</source>
        <translation>Manche liegen auf Unwichtigem</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/feedback_forms.py"/>
        <source>Something else</source>
        <translation>Etwas anderes</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/feedback_forms.py"/>
        <source>Something important is missing</source>
        <translation>Etwas Wichtiges fehlt</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/feedback_forms.py"/>
        <source>Student</source>
        <translation>Studium</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/feedback_forms.py"/>
        <source>Synthesised images</source>
        <translation>Synthetisierte Bilder</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/feedback_forms.py"/>
        <source>The analysis with its four answers</source>
        <translation>Die Analyse mit ihren vier Antworten</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/feedback_forms.py"/>
        <source>The features</source>
        <translation>Die Merkmale</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/feedback_forms.py"/>
        <source>The relevance over the image</source>
        <translation>Die Relevanz über dem Bild</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/feedback_forms.py"/>
        <source>Their edges are not where I see them</source>
        <translation>Ihre Ränder liegen nicht dort, wo ich sie sehe</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/feedback_forms.py"/>
        <source>To check single decisions of a model</source>
        <translation>Um einzelne Entscheidungen eines Modells zu prüfen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/feedback_forms.py"/>
        <source>To compare models</source>
        <translation>Um Modelle zu vergleichen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/feedback_forms.py"/>
        <source>To find out why a model is wrong</source>
        <translation>Um herauszufinden, warum ein Modell falsch liegt</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/feedback_forms.py"/>
        <source>To teach or to learn</source>
        <translation>Um zu lehren oder zu lernen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/feedback_forms.py"/>
        <source>To try it out</source>
        <translation>Um es auszuprobieren</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/feedback_forms.py"/>
        <source>What describes your work best?</source>
        <translation>Was beschreibt Ihre Arbeit am besten?</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/feedback_forms.py"/>
        <source>What did the explanations do to your trust in the model?</source>
        <translation>Was haben die Erklärungen mit Ihrem Vertrauen in das Modell gemacht?</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/feedback_forms.py"/>
        <source>What did you miss, what got in your way?</source>
        <translation>Was hat Ihnen gefehlt, was hat Sie gestört?</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/feedback_forms.py"/>
        <source>What did you use the program for?</source>
        <translation>Wofür haben Sie das Programm benutzt?</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/feedback_forms.py"/>
        <source>What helped you?</source>
        <translation>Was hat Ihnen geholfen?</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/feedback_forms.py"/>
        <source>What is wrong with the features?</source>
        <translation>Was stimmt an den Merkmalen nicht?</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/feedback_forms.py"/>
        <source>What surprised you?</source>
        <translation>Was hat Sie überrascht?</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/feedback_forms.py"/>
        <source>Which answers of the analysis were clear at once?</source>
        <translation>Welche Antworten der Analyse waren sofort klar?</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/feedback_forms.py"/>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/feedback_forms.py"/>
        <source>Your field, for example radiology</source>
        <translation>Ihr Fachgebiet, zum Beispiel Radiologie</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/feedback_forms.py"/>
        <source>completely</source>
        <translation>völlig</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/feedback_forms.py"/>
        <source>everywhere</source>
        <translation>überall</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/feedback_forms.py"/>
        <source>fully</source>
        <translation>ganz</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/feedback_forms.py"/>
        <source>not at all</source>
        <translation>gar nicht</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/feedback_forms.py"/>
        <source>nowhere</source>
        <translation>nirgends</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/feedback_forms.py"/>
        <source>useless</source>
        <translation>nutzlos</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/feedback_forms.py"/>
        <source>very easy</source>
        <translation>sehr leicht</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/feedback_forms.py"/>
        <source>very hard</source>
        <translation>sehr schwer</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/feedback_forms.py"/>
        <source>very useful</source>
        <translation>sehr nützlich</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <location filename="../../deepintro_desktop/ui/presenters/projects.py"/>
        <source>DeepIntro projects (*.deepintro);;All files (*)</source>
        <translation>DeepIntro-Projekte (*.deepintro);;Alle Dateien (*)</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/presenters/file_sorting.py"/>
        <source>Images (*.png *.jpg *.jpeg *.tif *.tiff *.bmp *.gif *.webp *.dcm *.nii *.nii.gz);;All files (*)</source>
        <translation>Bilder (*.png *.jpg *.jpeg *.tif *.tiff *.bmp *.gif *.webp *.dcm *.nii *.nii.gz);;Alle Dateien (*)</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/docks/networks/care.py"/>
        <source>Labels (*.txt *.csv *.tsv *.names *.labels);;All files (*)</source>
        <translation>Klassennamen (*.txt *.csv *.tsv *.names *.labels);;Alle Dateien (*)</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/words.py"/>
        <source>Labels (*.txt *.csv *.tsv);;All files (*)</source>
        <translation>Klassennamen (*.txt *.csv *.tsv);;Alle Dateien (*)</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/words.py"/>
        <source>Mean pictures (*.binaryproto *.npy);;All files (*)</source>
        <translation>Mittelwertbilder (*.binaryproto *.npy);;Alle Dateien (*)</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/presenters/file_sorting.py"/>
        <source>Models (*.onnx *.prototxt *.caffemodel *.binaryproto *.pb *.meta *.index *.keras *.h5 *.hdf5 *.model *.pt *.pt2 *.pth *.th *.safetensors *.txt *.csv);;All files (*)</source>
        <translation>Modelle (*.onnx *.prototxt *.caffemodel *.binaryproto *.pb *.meta *.index *.keras *.h5 *.hdf5 *.model *.pt *.pt2 *.pth *.th *.safetensors *.txt *.csv);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/gallery.py"/>
        <source>Gallery</source>
        <translation>Galerie</translation>
    </message>
</context>
<context>
    <name>GalleryArea</name>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/gallery_area.py"/>
        <source>Gallery</source>
        <translation>Galerie</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/gallery_area.py"/>
        <source>Image {0}</source>
        <translation>Bild {0}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/gallery_area.py"/>
        <source>Nothing made yet</source>
        <translation>Noch nichts erzeugt</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/gallery_area.py"/>
        <source>Order made</source>
        <translation>Entstehung</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/gallery_area.py"/>
        <source>Press Synthesise to see images that the layer cannot tell from what it was given.</source>
        <translation>Drücken Sie „Synthetisieren“, um Bilder zu sehen, die die Schicht nicht von dem unterscheiden kann, was sie erhielt.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/gallery_area.py"/>
        <source>Smallest error first</source>
        <translation>Kleinster Fehler</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/gallery_area.py"/>
        <source>Sort</source>
        <translation>Sortieren</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/gallery_area.py"/>
        <source>seed {0}</source>
        <translation>Startwert {0}</translation>
    </message>
</context>
<context>
    <name>GivenFeedbackDialog</name>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/feedback/view.py"/>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/feedback/view.py"/>
        <source>Change…</source>
        <translation>Ändern …</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/feedback/view.py"/>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/feedback/view.py"/>
        <source>Earlier feedback</source>
        <translation>Frühere Rückmeldungen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/feedback/view.py"/>
        <source>Export as CSV…</source>
        <translation>Als CSV exportieren …</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/feedback/view.py"/>
        <source>Export as JSON…</source>
        <translation>Als JSON exportieren …</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/feedback/view.py"/>
        <source>Feedback that was given</source>
        <translation>Gegebene Rückmeldungen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/feedback/view.py"/>
        <source>No feedback has been given yet. You find the forms in the Help menu.</source>
        <translation>Noch wurde keine Rückmeldung gegeben. Die Formulare finden Sie im Menü Hilfe.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/feedback/view.py"/>
        <source>Remove…</source>
        <translation>Entfernen …</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/feedback/view.py"/>
        <source>Stays on this computer. Nothing is sent. Files that you export name images and models, too.</source>
        <translation>Bleibt auf diesem Computer. Nichts wird gesendet. Exportierte Dateien nennen auch Bilder und Modelle.</translation>
    </message>
</context>
<context>
    <name>GradientBar</name>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/relevance_legend.py"/>
        <source>Colours of the relevance map: blue is against, orange is for the target</source>
        <translation>Farben der Relevanzkarte: Blau spricht gegen die Zielklasse, Orange dafür</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/relevance_legend.py"/>
        <source>Colours of the relevance map: the stronger the orange, the more it matters</source>
        <translation>Farben der Relevanzkarte: je kräftiger das Orange, desto wichtiger</translation>
    </message>
</context>
<context>
    <name>GuideWindow</name>
    <message>
        <location filename="../../deepintro_desktop/ui/guide/window.py"/>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/guide/window.py"/>
        <source>DeepIntro guide</source>
        <translation>Anleitung zu DeepIntro</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/guide/window.py"/>
        <source>Forward</source>
        <translation>Vor</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/guide/window.py"/>
        <source>Larger letters</source>
        <translation>Größere Schrift</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/guide/window.py"/>
        <source>No page has these words.</source>
        <translation>Keine Seite enthält diese Wörter.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/guide/window.py"/>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/guide/window.py"/>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/guide/window.py"/>
        <source>Search the guide</source>
        <translation>Anleitung durchsuchen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/guide/window.py"/>
        <source>Smaller letters</source>
        <translation>Kleinere Schrift</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/help.py"/>
        <source>Anywhere in the window</source>
        <translation>Überall im Fenster</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/help.py"/>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
</context>
<context>
    <name>ImageView</name>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/image_view/words.py"/>
        <source>Axial</source>
        <translation>Axial</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/image_view/words.py"/>
        <source>Coronal</source>
        <translation>Koronal</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/image_view/words.py"/>
        <source>Frame</source>
        <translation>Einzelbild</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/image_view/words.py"/>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/image_view/words.py"/>
        <source>Sagittal</source>
        <translation>Sagittal</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/image_view/words.py"/>
        <source>Select a model to see what it is given of this picture.</source>
        <translation>Wählen Sie ein Modell, um zu sehen, was es von diesem Bild erhält.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/image_view/words.py"/>
        <source>Slice</source>
        <translation>Schnitt</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/image_view/words.py"/>
        <source>Volume</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/image_view/words.py"/>
        <source>colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/image_view/words.py"/>
        <source>cut to fit</source>
        <translation>passend zugeschnitten</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/image_view/words.py"/>
        <source>grey</source>
        <translation>grau</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/image_view/words.py"/>
        <source>stretched to fit</source>
        <translation>passend gestreckt</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/image_view/words.py"/>
        <source>with borders to fit</source>
        <translation>mit Rändern eingepasst</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/image_view/words.py"/>
        <source>{0} × {1} pixels</source>
        <translation>{0} × {1} Pixel</translation>
    </message>
</context>
<context>
    <name>ImageViewDialog</name>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/image_view/view.py"/>
        <source>As the file comes</source>
        <translation>Wie die Datei es vorgibt</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/image_view/view.py"/>
        <source>Drag over the picture to set the window: sideways the width, upwards the centre.</source>
        <translation>Ziehen Sie über das Bild, um das Fenster einzustellen: seitwärts die Breite, aufwärts die Mitte.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/image_view/view.py"/>
        <source>How the image is seen</source>
        <translation>Wie das Bild gesehen wird</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/image_view/view.py"/>
        <source>How {0} is seen</source>
        <translation>Wie {0} gesehen wird</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/image_view/view.py"/>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/image_view/view.py"/>
        <source>Show the patient</source>
        <translation>Patientendaten zeigen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/image_view/view.py"/>
        <source>The picture</source>
        <translation>Das Bild</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/image_view/view.py"/>
        <source>Turn the wheel over the picture to go through it.</source>
        <translation>Drehen Sie das Mausrad über dem Bild, um durchzublättern.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/image_view/view.py"/>
        <source>Use this picture</source>
        <translation>Dieses Bild verwenden</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/image_view/view.py"/>
        <source>What the network is given</source>
        <translation>Was das Modell erhält</translation>
    </message>
</context>
<context>
    <name>Images</name>
    <message>
        <location filename="../../deepintro_desktop/ui/docks/images/presenter.py"/>
        <source>Add images</source>
        <translation>Bilder hinzufügen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/docks/images/presenter.py"/>
        <source>Already here</source>
        <translation>Bereits vorhanden</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/docks/images/presenter.py"/>
        <source>Not added</source>
        <translation>Nicht hinzugefügt</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/docks/images/presenter.py"/>
        <source>Not opened</source>
        <translation>Nicht geöffnet</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/docks/images/presenter.py"/>
        <source>Picture not added</source>
        <translation>Bild nicht hinzugefügt</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/docks/images/presenter.py"/>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/docks/images/presenter.py"/>
        <source>files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/docks/images/presenter.py"/>
        <source>image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/docks/images/presenter.py"/>
        <source>images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/docks/images/presenter.py"/>
        <source>{0} has the same content as {1}.</source>
        <translation>{0} hat denselben Inhalt wie {1}.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/docks/images/presenter.py"/>
        <source>{0} is in the list of images.</source>
        <translation>{0} steht schon in der Bilderliste.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/docks/images/presenter.py"/>
        <source>{0} not added</source>
        <translation>{0} nicht hinzugefügt</translation>
    </message>
</context>
<context>
    <name>ImagesDock</name>
    <message>
        <location filename="../../deepintro_desktop/ui/docks/images/view.py"/>
        <source>Add images</source>
        <translation>Bilder hinzufügen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/docks/images/view.py"/>
        <source>Copy the path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/docks/images/view.py"/>
        <source>Details…</source>
        <translation>Einzelheiten …</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/docks/images/view.py"/>
        <source>From {0}</source>
        <translation>Aus {0}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/docks/images/view.py"/>
        <source>How the image is seen…</source>
        <translation>Wie das Bild gesehen wird …</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/docks/images/view.py"/>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/docks/images/view.py"/>
        <source>No images yet</source>
        <translation>Noch keine Bilder</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/docks/images/view.py"/>
        <source>PNG, JPEG, TIFF, DICOM, NIfTI</source>
        <translation>PNG, JPEG, TIFF, DICOM, NIfTI</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/docks/images/view.py"/>
        <source>Show the file</source>
        <translation>Datei zeigen</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/keys.py"/>
        <source>No key does that.</source>
        <translation>Keine Taste tut das.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/keys.py"/>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/keys.py"/>
        <source>Search the shortcuts</source>
        <translation>Tastenkürzel durchsuchen</translation>
    </message>
</context>
<context>
    <name>LabelsDialog</name>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/facts.py"/>
        <source>Other names…</source>
        <translation>Andere Namen …</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/facts.py"/>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/facts.py"/>
        <source>Search the classes</source>
        <translation>Klassen durchsuchen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/facts.py"/>
        <source>Take the names of the classes from a text file</source>
        <translation>Die Namen der Klassen einer Textdatei entnehmen</translation>
    </message>
</context>
<context>
    <name>LayerBars</name>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/layer_bars.py"/>
        <source>Sizes of the layers</source>
        <translation>Größen der Schichten</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/layer_bars.py"/>
        <source>{0}: {1}, {2} values</source>
        <translation>{0}: {1}, {2} Werte</translation>
    </message>
</context>
<context>
    <name>Ledger</name>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/ledger.py"/>
        <source>Sums of relevance, layer by layer</source>
        <translation>Summen der Relevanz, Schicht für Schicht</translation>
    </message>
</context>
<context>
    <name>LedgerDialog</name>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/ledger.py"/>
        <source>Arrived in the picture, of 1</source>
        <translation>Im Bild angekommen, von 1</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/ledger.py"/>
        <source>For and against, added without signs</source>
        <translation>Dafür und dagegen, ohne Vorzeichen addiert</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/ledger.py"/>
        <source>From the answer (left) to the picture (right). Line: what is not lost so far; it should stay near 1. Bars: what one layer passes on, without signs; high bars: much cancels.</source>
        <translation>Von der Antwort (links) zum Bild (rechts). Linie: was bis hierhin nicht verloren ging; sie sollte nahe 1 bleiben. Balken: was eine Schicht weitergibt, ohne Vorzeichen; hohe Balken: vieles hebt sich auf.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/ledger.py"/>
        <source>Lost: {0}</source>
        <translation>Verloren: {0}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/ledger.py"/>
        <source>This method keeps no ledger: its map is a gradient.</source>
        <translation>Dieses Verfahren führt keine Bilanz: Seine Karte ist ein Gradient.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/ledger.py"/>
        <source>Unexplained difference, largest of one layer</source>
        <translation>Ungeklärter Unterschied, größter einer Schicht</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/ledger.py"/>
        <source>Where the relevance went</source>
        <translation>Wohin die Relevanz ging</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/ledger.py"/>
        <source>{0} starts with 1 at the answer and hands it down layer by layer to the pixels. Nothing should appear or vanish on the way: what arrived and what was lost add up to 1. Much lost means that the map shows only a part of the reasons; a large unexplained difference means a fault.</source>
        <translation>{0} beginnt mit 1 bei der Antwort und reicht sie Schicht für Schicht bis zu den Pixeln hinunter. Unterwegs sollte nichts entstehen oder verschwinden: Angekommenes und Verlorenes ergeben zusammen 1. Geht viel verloren, zeigt die Karte nur einen Teil der Gründe; ein großer ungeklärter Unterschied bedeutet einen Fehler.</translation>
    </message>
</context>
<context>
    <name>LicencesDialog</name>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/licences.py"/>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/licences.py"/>
        <source>Licences</source>
        <translation>Lizenzen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/licences.py"/>
        <source>Packages</source>
        <translation>Pakete</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/licences.py"/>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/licences.py"/>
        <source>Search the packages</source>
        <translation>Die Pakete durchsuchen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/licences.py"/>
        <source>Text of the licence</source>
        <translation>Text der Lizenz</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/licences.py"/>
        <source>The program is made of these packages, each under its own licence. Qt and PySide6 are used under the LGPL 3: their libraries lie as files of their own in the program&apos;s folder, where you may replace them.</source>
        <translation>Das Programm besteht aus diesen Paketen, jedes unter seiner eigenen Lizenz. Qt und PySide6 werden unter der LGPL 3 genutzt: Ihre Bibliotheken liegen als eigene Dateien im Ordner des Programms, wo Sie sie ersetzen dürfen.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/licences.py"/>
        <source>The text cannot be read.</source>
        <translation>Der Text kann nicht gelesen werden.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/licences.py"/>
        <source>This package brings no text of its licence along.</source>
        <translation>Dieses Paket bringt keinen Text seiner Lizenz mit.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/licences.py"/>
        <source>see its text</source>
        <translation>siehe Text</translation>
    </message>
</context>
<context>
    <name>Lightbox</name>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/lightbox.py"/>
        <source>Back to the gallery</source>
        <translation>Zurück zur Galerie</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/lightbox.py"/>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/lightbox.py"/>
        <source>Next picture</source>
        <translation>Nächstes Bild</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/lightbox.py"/>
        <source>Picture before</source>
        <translation>Voriges Bild</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/lightbox.py"/>
        <source>Save this picture  (S)</source>
        <translation>Dieses Bild speichern  (S)</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/lightbox.py"/>
        <source>Save…</source>
        <translation>Speichern …</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/lightbox.py"/>
        <source>Show what was to be matched beside it  (C)</source>
        <translation>Das Vorbild daneben zeigen  (C)</translation>
    </message>
</context>
<context>
    <name>LookColumn</name>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/compare/view.py"/>
        <source>The picture with map and features</source>
        <translation>Das Bild mit Karte und Merkmalen</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/presenter.py"/>
        <source>Another language or device is used from the next start on.</source>
        <translation>Eine andere Sprache oder ein anderes Gerät gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/presenter.py"/>
        <source>Check the library</source>
        <translation>Bibliothek prüfen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/presenter.py"/>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/presenter.py"/>
        <source>Open the sample</source>
        <translation>Beispiel öffnen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/presenter.py"/>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/presenter.py"/>
        <source>Stop and leave</source>
        <translation>Anhalten und beenden</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/presenter.py"/>
        <source>Stop and leave?</source>
        <translation>Anhalten und beenden?</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/presenter.py"/>
        <source>The library can only be read</source>
        <translation>Die Bibliothek kann nur gelesen werden</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/presenter.py"/>
        <source>The library is damaged</source>
        <translation>Die Bibliothek ist beschädigt</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/presenter.py"/>
        <source>The library is sound</source>
        <translation>Die Bibliothek ist in Ordnung</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/presenter.py"/>
        <source>The result could not be kept</source>
        <translation>Das Ergebnis konnte nicht aufbewahrt werden</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/presenter.py"/>
        <source>image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/presenter.py"/>
        <source>images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/presenter.py"/>
        <source>job is</source>
        <translation>Auftrag ist</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/presenter.py"/>
        <source>jobs are</source>
        <translation>Aufträge sind</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/presenter.py"/>
        <source>model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/presenter.py"/>
        <source>models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/presenter.py"/>
        <source>the sample</source>
        <translation>das Beispiel</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/presenter.py"/>
        <source>thing is wrong</source>
        <translation>Fehler gefunden</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/presenter.py"/>
        <source>things are wrong</source>
        <translation>Fehler gefunden</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/presenter.py"/>
        <source>{0} What is finished is kept.</source>
        <translation>{0} Was fertig ist, bleibt erhalten.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/presenter.py"/>
        <source>{0} is not finished.</source>
        <translation>„{0}“ ist nicht fertig.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/presenter.py"/>
        <source>{0} not finished.</source>
        <translation>{0} nicht fertig.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/presenter.py"/>
        <source>{0}, in {1}</source>
        <translation>{0}, in {1}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/view.py"/>
        <source>  (+{0} more)</source>
        <translation>  (+{0} weitere)</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/view.py"/>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/view.py"/>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/view.py"/>
        <source>&amp;Reset layout</source>
        <translation>Anordnung &amp;zurücksetzen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/view.py"/>
        <source>&amp;Theme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/view.py"/>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/view.py"/>
        <source>Boundary</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/view.py"/>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/view.py"/>
        <source>Library: read only</source>
        <translation>Bibliothek: schreibgeschützt</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/view.py"/>
        <source>Occlusion</source>
        <translation>Verdecken</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/view.py"/>
        <source>Stopping the work, then leaving</source>
        <translation>Die Arbeit wird angehalten, danach wird beendet</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/view.py"/>
        <source>Synthesis</source>
        <translation>Synthese</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/view.py"/>
        <source>read only</source>
        <translation>schreibgeschützt</translation>
    </message>
</context>
<context>
    <name>Making</name>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/boundary/presenter.py"/>
        <source>Boundary images are ready</source>
        <translation>Die Grenzbilder sind fertig</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/boundary/presenter.py"/>
        <source>Choose two different classes.</source>
        <translation>Wählen Sie zwei verschiedene Klassen.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/presenter.py"/>
        <source>Finding features…</source>
        <translation>Merkmale werden gesucht …</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/making.py"/>
        <source>Its layers cannot be followed back to the picture. {0}</source>
        <translation>Seine Schichten lassen sich nicht bis zum Bild zurückverfolgen. {0}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/making.py"/>
        <source>Measuring…</source>
        <translation>Wird gemessen …</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/making.py"/>
        <source>No images can be made for this network</source>
        <translation>Für dieses Modell lassen sich keine Bilder erzeugen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/presenter.py"/>
        <source>Synthesised images are ready</source>
        <translation>Die Synthesebilder sind fertig</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/boundary/presenter.py"/>
        <source>There is no boundary between a class and itself</source>
        <translation>Zwischen einer Klasse und ihr selbst gibt es keine Grenze</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/making.py"/>
        <source>They are kept in the library.</source>
        <translation>Sie liegen in der Bibliothek.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/making.py"/>
        <source>how long it takes on this machine</source>
        <translation>wie lange es auf diesem Rechner dauert</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/presenter.py"/>
        <source>or choose the whole image</source>
        <translation>oder wählen Sie das ganze Bild</translation>
    </message>
</context>
<context>
    <name>MakingArea</name>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/making_tab.py"/>
        <source>Made before, in other ways</source>
        <translation>Früher auf andere Weise entstanden</translation>
    </message>
</context>
<context>
    <name>MakingPanel</name>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/making_panel.py"/>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/making_panel.py"/>
        <source>Fine</source>
        <translation>Fein</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/making_panel.py"/>
        <source>How many at once</source>
        <translation>Wie viele auf einmal</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/making_panel.py"/>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/making_panel.py"/>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/making_panel.py"/>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/making_panel.py"/>
        <source>Quality</source>
        <translation>Qualität</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/making_panel.py"/>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
</context>
<context>
    <name>MakingTab</name>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/making_tab.py"/>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/side.py"/>
        <source>fine</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/side.py"/>
        <source>note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/side.py"/>
        <source>trouble</source>
        <translation>Problem</translation>
    </message>
</context>
<context>
    <name>MessageList</name>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/message_list.py"/>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/message_list.py"/>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/message_list.py"/>
        <source>Nothing was said yet.</source>
        <translation>Noch keine Meldungen.</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source> (first at node {0})</source>
        <translation> (zuerst beim Knoten {0})</translation>
    </message>
    <message>
        <source> (process {0})</source>
        <translation> (Prozess {0})</translation>
    </message>
    <message>
        <source> and more</source>
        <translation> und mehr</translation>
    </message>
    <message>
        <source> and no </source>
        <translation> und kein </translation>
    </message>
    <message>
        <source> and others</source>
        <translation> und andere</translation>
    </message>
    <message>
        <source> and {0} more</source>
        <translation> und {0} weitere</translation>
    </message>
    <message>
        <source> and {0} others</source>
        <translation> und {0} weitere</translation>
    </message>
    <message>
        <source>, among them {0}</source>
        <translation>, darunter {0}</translation>
    </message>
    <message>
        <source>, and {0} more</source>
        <translation>, und {0} weitere</translation>
    </message>
    <message>
        <source>16 bits per channel reduced to 8</source>
        <translation>16 Bit je Kanal auf 8 verringert</translation>
    </message>
    <message>
        <source>; {0} values that are not finite became 0</source>
        <translation>; {0} nicht endliche Werte wurden 0</translation>
    </message>
    <message>
        <source>A Caffe structure (.prototxt) would name its layers.</source>
        <translation>Eine Caffe-Struktur (.prototxt) würde seine Schichten benennen.</translation>
    </message>
    <message>
        <source>A TensorFlow checkpoint keeps its graph in a .meta file, and none lies beside it.</source>
        <translation>Ein TensorFlow-Checkpoint hat seinen Graphen in einer .meta-Datei, und daneben liegt keine.</translation>
    </message>
    <message>
        <source>A TensorFlow graph of more than 2 GB is not valid.</source>
        <translation>Ein TensorFlow-Graph von mehr als 2 GB ist nicht gültig.</translation>
    </message>
    <message>
        <source>A boundary lies between two different ones.</source>
        <translation>Eine Grenze liegt zwischen zwei verschiedenen.</translation>
    </message>
    <message>
        <source>A download that needs a login, or a wrong link, gives that.</source>
        <translation>Das geschieht, wenn ein Download eine Anmeldung braucht oder der Link falsch ist.</translation>
    </message>
    <message>
        <source>A labels file is plain text with one class a line.</source>
        <translation>Eine Datei mit Klassennamen ist reiner Text mit einer Klasse je Zeile.</translation>
    </message>
    <message>
        <source>A part of it is larger than any project has.</source>
        <translation>Ein Teil davon ist größer als jedes Projekt.</translation>
    </message>
    <message>
        <source>A part of it is not what it was when it was written.</source>
        <translation>Ein Teil davon ist nicht mehr, was er beim Schreiben war.</translation>
    </message>
    <message>
        <source>A part of its path is a file.</source>
        <translation>Ein Teil ihres Pfades ist eine Datei.</translation>
    </message>
    <message>
        <source>A picture cannot be seen with {0}.</source>
        <translation>Ein Bild lässt sich mit {0} nicht ansehen.</translation>
    </message>
    <message>
        <source>A picture has 1 channel (grey) or 3 channels (colour).</source>
        <translation>Ein Bild hat 1 Kanal (grau) oder 3 Kanäle (Farbe).</translation>
    </message>
    <message>
        <source>A picture has 1 or 3 channels, not {0}.</source>
        <translation>Ein Bild hat 1 oder 3 Kanäle, nicht {0}.</translation>
    </message>
    <message>
        <source>A picture input has four dimensions: batch, channels (1 or 3), height and width.</source>
        <translation>Eine Bildeingabe hat vier Dimensionen: Stapel, Kanäle (1 oder 3), Höhe und Breite.</translation>
    </message>
    <message>
        <source>A relevance map has 2 dimensions, not {0}.</source>
        <translation>Eine Relevanzkarte hat 2 Dimensionen, nicht {0}.</translation>
    </message>
    <message>
        <source>A report was kept in {0}.</source>
        <translation>Ein Bericht liegt in {0}.</translation>
    </message>
    <message>
        <source>A row of “{0}” refers to nothing in “{1}”.</source>
        <translation>Eine Zeile von „{0}“ verweist auf nichts in „{1}“.</translation>
    </message>
    <message>
        <source>A size in it is written as {0}, which would be run.</source>
        <translation>Eine Größe darin ist als {0} geschrieben, was ausgeführt würde.</translation>
    </message>
    <message>
        <source>A solver or another settings file looks like that.</source>
        <translation>So sieht eine Solver- oder andere Einstellungsdatei aus.</translation>
    </message>
    <message>
        <source>A structure for training leaves it to a database.</source>
        <translation>Eine Struktur fürs Training überlässt das einer Datenbank.</translation>
    </message>
    <message>
        <source>Add it to the library, or name its file on the command line.</source>
        <translation>Fügen Sie es der Bibliothek hinzu, oder nennen Sie die Datei auf der Befehlszeile.</translation>
    </message>
    <message>
        <source>Add it to the pictures, and choose a network file here.</source>
        <translation>Fügen Sie es zu den Bildern hinzu, und wählen Sie hier eine Modelldatei.</translation>
    </message>
    <message>
        <source>Add pictures of both classes, or use raw values.</source>
        <translation>Fügen Sie Bilder beider Klassen hinzu, oder verwenden Sie Rohwerte.</translation>
    </message>
    <message>
        <source>Add the network from its own file.</source>
        <translation>Fügen Sie das Modell aus seiner eigenen Datei hinzu.</translation>
    </message>
    <message>
        <source>Adding {0}</source>
        <translation>{0} wird hinzugefügt</translation>
    </message>
    <message>
        <source>All its values are zero or no numbers there.</source>
        <translation>Alle ihre Werte dort sind null oder keine Zahlen.</translation>
    </message>
    <message>
        <source>An ONNX file of more than 2 GB is not valid.</source>
        <translation>Eine ONNX-Datei von mehr als 2 GB ist nicht gültig.</translation>
    </message>
    <message>
        <source>An analysis cannot work with {0} evaluations.</source>
        <translation>Eine Analyse kann nicht mit {0} Auswertungen arbeiten.</translation>
    </message>
    <message>
        <source>An output with one number per class is needed.</source>
        <translation>Nötig ist eine Ausgabe mit einer Zahl je Klasse.</translation>
    </message>
    <message>
        <source>Analysing</source>
        <translation>Analyse läuft</translation>
    </message>
    <message>
        <source>Analysing: {0} of {1} sets</source>
        <translation>Analyse: {0} von {1} Mengen</translation>
    </message>
    <message>
        <source>Another program holds the database.</source>
        <translation>Ein anderes Programm hält die Datenbank.</translation>
    </message>
    <message>
        <source>Another window{0} has it open.</source>
        <translation>Ein anderes Fenster{0} hat sie geöffnet.</translation>
    </message>
    <message>
        <source>Another {0} is called “{1}”.</source>
        <translation>Ein anderer Eintrag ({0}) heißt schon „{1}“.</translation>
    </message>
    <message>
        <source>Answer at least one question.</source>
        <translation>Beantworten Sie mindestens eine Frage.</translation>
    </message>
    <message>
        <source>Apple GPU</source>
        <translation>Apple-GPU</translation>
    </message>
    <message>
        <source>As the structure has it, {0}.</source>
        <translation>So wie die Struktur es angibt: {0}.</translation>
    </message>
    <message>
        <source>Ask for an export with a free (dynamic) batch size, or for one picture.</source>
        <translation>Bitten Sie um einen Export mit freier (dynamischer) Stapelgröße oder für ein einzelnes Bild.</translation>
    </message>
    <message>
        <source>Ask for at least one image and one iteration.</source>
        <translation>Verlangen Sie mindestens ein Bild und eine Iteration.</translation>
    </message>
    <message>
        <source>Ask for permission to write there, or choose another folder.</source>
        <translation>Bitten Sie um das Recht, dort zu schreiben, oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Ask for the file again, or export the project once more.</source>
        <translation>Bitten Sie erneut um die Datei, oder exportieren Sie das Projekt noch einmal.</translation>
    </message>
    <message>
        <source>Ask its author.</source>
        <translation>Fragen Sie, wer es erstellt hat.</translation>
    </message>
    <message>
        <source>Ask its owner for permission.</source>
        <translation>Bitten Sie die Person, der sie gehört, um Erlaubnis.</translation>
    </message>
    <message>
        <source>Ask the network&apos;s author for a SavedModel with saved_model.pb.</source>
        <translation>Bitten Sie die Autoren des Modells um ein SavedModel mit saved_model.pb.</translation>
    </message>
    <message>
        <source>Ask the network&apos;s author for a simpler form of it.</source>
        <translation>Bitten Sie die Autoren des Modells um eine einfachere Form.</translation>
    </message>
    <message>
        <source>Ask the network&apos;s author for a version of it in TensorFlow&apos;s own simple operations, or for ONNX.</source>
        <translation>Bitten Sie die Autoren des Modells um eine Version in einfachen TensorFlow-Operationen oder um ONNX.</translation>
    </message>
    <message>
        <source>Ask the network&apos;s author for a version of it that gives probabilities or logits.</source>
        <translation>Bitten Sie die Autoren des Modells um eine Version, die Wahrscheinlichkeiten oder Logits ausgibt.</translation>
    </message>
    <message>
        <source>Ask the network&apos;s author for a version of it that only computes, without these operations.</source>
        <translation>Bitten Sie die Autoren des Modells um eine Version, die nur rechnet, ohne diese Operationen.</translation>
    </message>
    <message>
        <source>Ask the network&apos;s author for a version of it whose only input is the picture.</source>
        <translation>Bitten Sie die Autoren des Modells um eine Version, deren einzige Eingabe das Bild ist.</translation>
    </message>
    <message>
        <source>Ask the network&apos;s author for a version that gives plain tensors, or for an ONNX export.</source>
        <translation>Bitten Sie die Autoren des Modells um eine Version mit einfachen Tensoren oder um einen ONNX-Export.</translation>
    </message>
    <message>
        <source>Ask the network&apos;s author for a version that is not quantised, or for an ONNX export.</source>
        <translation>Bitten Sie die Autoren des Modells um eine nicht quantisierte Version oder um einen ONNX-Export.</translation>
    </message>
    <message>
        <source>Ask the network&apos;s author for an ONNX export of it, or for a version that uses only Keras&apos;s own layers.</source>
        <translation>Bitten Sie die Autoren des Modells um einen ONNX-Export oder um eine Version, die nur eigene Schichten von Keras verwendet.</translation>
    </message>
    <message>
        <source>Ask the network&apos;s author for an ONNX export of it, or for a version without Lambda layers.</source>
        <translation>Bitten Sie die Autoren des Modells um einen ONNX-Export oder um eine Version ohne Lambda-Schichten.</translation>
    </message>
    <message>
        <source>Ask the network&apos;s author for an ONNX export of it.</source>
        <translation>Bitten Sie die Autoren des Modells um einen ONNX-Export.</translation>
    </message>
    <message>
        <source>Ask the network&apos;s author for an ONNX or TorchScript file, or for torch.save(model.state_dict(), …) and the name of the architecture.</source>
        <translation>Bitten Sie die Autoren des Modells um eine ONNX- oder TorchScript-Datei oder um torch.save(model.state_dict(), …) und den Namen der Architektur.</translation>
    </message>
    <message>
        <source>Ask the network&apos;s author for an ONNX or TorchScript file. Where the layers follow each other, they can be listed, as --architecture or in a file {0} beside it, for example: conv1(padding=1) bn1 relu maxpool(2) flatten fc1.</source>
        <translation>Bitten Sie die Autoren des Modells um eine ONNX- oder TorchScript-Datei. Wenn die Schichten aufeinander folgen, können sie aufgelistet werden, als --architecture oder in einer Datei {0} daneben, zum Beispiel: conv1(padding=1) bn1 relu maxpool(2) flatten fc1.</translation>
    </message>
    <message>
        <source>Ask the network&apos;s author for the .meta file, or for a SavedModel, a frozen .pb or an ONNX export.</source>
        <translation>Bitten Sie die Autoren des Modells um die .meta-Datei oder um ein SavedModel, eine eingefrorene .pb oder einen ONNX-Export.</translation>
    </message>
    <message>
        <source>Ask the network&apos;s author for the Keras file or the SavedModel that it was made from.</source>
        <translation>Bitten Sie die Autoren des Modells um die Keras-Datei oder das SavedModel, aus dem es entstand.</translation>
    </message>
    <message>
        <source>Ask the network&apos;s author for the file that model.save(…) writes.</source>
        <translation>Bitten Sie die Autoren des Modells um die Datei, die model.save(…) schreibt.</translation>
    </message>
    <message>
        <source>Ask the network&apos;s author for the file with the graph.</source>
        <translation>Bitten Sie die Autoren des Modells um die Datei mit dem Graphen.</translation>
    </message>
    <message>
        <source>Ask the network&apos;s author for the file with the whole network.</source>
        <translation>Bitten Sie die Autoren des Modells um die Datei mit dem ganzen Modell.</translation>
    </message>
    <message>
        <source>Ask the network&apos;s author for the network alone, as model.save(…) writes it.</source>
        <translation>Bitten Sie die Autoren des Modells um das Modell allein, wie model.save(…) es schreibt.</translation>
    </message>
    <message>
        <source>Ask the network&apos;s author for the network as it is used after training (is_training=False).</source>
        <translation>Bitten Sie die Autoren des Modells um das Modell, wie es nach dem Training verwendet wird (is_training=False).</translation>
    </message>
    <message>
        <source>Ask the network&apos;s author for the network as it is used, not as it is trained.</source>
        <translation>Bitten Sie die Autoren des Modells um das Modell, wie es verwendet und nicht wie es trainiert wird.</translation>
    </message>
    <message>
        <source>Ask the network&apos;s author for the network with its weights in files of their own.</source>
        <translation>Bitten Sie die Autoren des Modells um das Modell mit seinen Gewichten in eigenen Dateien.</translation>
    </message>
    <message>
        <source>Ask the network&apos;s author for the network without its training part.</source>
        <translation>Bitten Sie die Autoren des Modells um das Modell ohne den Teil fürs Training.</translation>
    </message>
    <message>
        <source>Ask the network&apos;s author for the whole network, as model.save(…) writes it, or for ONNX.</source>
        <translation>Bitten Sie die Autoren des Modells um das ganze Modell, wie model.save(…) es schreibt, oder um ONNX.</translation>
    </message>
    <message>
        <source>Ask the network&apos;s author for the whole network: saved with weights, or as an ONNX export.</source>
        <translation>Bitten Sie die Autoren des Modells um das ganze Modell: mit Gewichten gespeichert oder als ONNX-Export.</translation>
    </message>
    <message>
        <source>Ask the network&apos;s author to call eval() on it before it is {0}.</source>
        <translation>Bitten Sie die Autoren des Modells, eval() darauf anzuwenden, bevor es {0} wird.</translation>
    </message>
    <message>
        <source>Ask the network&apos;s author to load it and save its state_dict() again.</source>
        <translation>Bitten Sie die Autoren des Modells, es zu laden und sein state_dict() neu zu speichern.</translation>
    </message>
    <message>
        <source>Ask the network&apos;s author to save it again with Keras 2, or for an ONNX export.</source>
        <translation>Bitten Sie die Autoren des Modells, es mit Keras 2 neu zu speichern, oder um einen ONNX-Export.</translation>
    </message>
    <message>
        <source>Ask the network&apos;s author to save it again with a newer TensorFlow, or for a frozen .pb.</source>
        <translation>Bitten Sie die Autoren des Modells, es mit einem neueren TensorFlow zu speichern, oder um eine eingefrorene .pb.</translation>
    </message>
    <message>
        <source>Ask the network&apos;s author to save it again with an Input layer.</source>
        <translation>Bitten Sie die Autoren des Modells, es mit einer Input-Schicht neu zu speichern.</translation>
    </message>
    <message>
        <source>Ask the network&apos;s author to save it with Keras itself.</source>
        <translation>Bitten Sie die Autoren des Modells, es mit Keras selbst zu speichern.</translation>
    </message>
    <message>
        <source>Ask the network&apos;s author to save it with a signature (serving_default).</source>
        <translation>Bitten Sie die Autoren des Modells, es mit einer Signatur (serving_default) zu speichern.</translation>
    </message>
    <message>
        <source>Ask the network&apos;s author to save the network itself.</source>
        <translation>Bitten Sie die Autoren des Modells, das Modell selbst zu speichern.</translation>
    </message>
    <message>
        <source>Ask the network&apos;s author which tensor takes the picture, and name it as input.</source>
        <translation>Fragen Sie die Autoren des Modells, welcher Tensor das Bild aufnimmt, und nennen Sie ihn als Eingabe.</translation>
    </message>
    <message>
        <source>At least {0}.</source>
        <translation>Mindestens {0}.</translation>
    </message>
    <message>
        <source>AttnLRP (ε, Taylor softmax)</source>
        <translation>AttnLRP (ε, Taylor-Softmax)</translation>
    </message>
    <message>
        <source>Attribute {0} of node {1} is a graph or a sparse tensor.</source>
        <translation>Das Attribut {0} des Knotens {1} ist ein Graph oder ein dünn besetzter Tensor.</translation>
    </message>
    <message>
        <source>BGR with a mean subtracted (“caffe”)</source>
        <translation>BGR mit abgezogenem Mittelwert („caffe“)</translation>
    </message>
    <message>
        <source>Batch normalisation has 3 arrays, the file has {0}.</source>
        <translation>Batch-Normalisierung hat 3 Arrays, die Datei hat {0}.</translation>
    </message>
    <message>
        <source>Batch normalisation was saved in training mode; the stored averages are used, as when a network is used.</source>
        <translation>Die Batch-Normalisierung wurde im Trainingsmodus gespeichert; verwendet werden die gespeicherten Mittelwerte, wie beim Anwenden eines Modells.</translation>
    </message>
    <message>
        <source>Blur</source>
        <translation>Weichzeichnen</translation>
    </message>
    <message>
        <source>Both classes are the same.</source>
        <translation>Beide Klassen sind dieselbe.</translation>
    </message>
    <message>
        <source>Building the Keras network</source>
        <translation>Das Keras-Netz wird aufgebaut</translation>
    </message>
    <message>
        <source>CMYK converted to RGB without a colour profile</source>
        <translation>CMYK ohne Farbprofil in RGB umgewandelt</translation>
    </message>
    <message>
        <source>CPU · {0} threads</source>
        <translation>CPU · {0} Threads</translation>
    </message>
    <message>
        <source>Caffe keeps them in a .caffemodel file.</source>
        <translation>Caffe bewahrt sie in einer .caffemodel-Datei auf.</translation>
    </message>
    <message>
        <source>Centred</source>
        <translation>Mittig</translation>
    </message>
    <message>
        <source>Change that, then start the program again.</source>
        <translation>Ändern Sie das, und starten Sie das Programm dann neu.</translation>
    </message>
    <message>
        <source>Change the numbers, or lower threshold or minimum size.</source>
        <translation>Ändern Sie die Nummern, oder senken Sie Schwelle oder Mindestgröße.</translation>
    </message>
    <message>
        <source>Check its name.</source>
        <translation>Prüfen Sie den Namen.</translation>
    </message>
    <message>
        <source>Check its options.</source>
        <translation>Prüfen Sie die Optionen.</translation>
    </message>
    <message>
        <source>Check that the file is complete; a deploy.prototxt is best.</source>
        <translation>Prüfen Sie, ob die Datei vollständig ist; am besten ist eine deploy.prototxt.</translation>
    </message>
    <message>
        <source>Check the disk and its connection, then make a backup.</source>
        <translation>Prüfen Sie den Datenträger und seinen Anschluss, und machen Sie dann eine Sicherung.</translation>
    </message>
    <message>
        <source>Check the file and its permissions.</source>
        <translation>Prüfen Sie die Datei und ihre Rechte.</translation>
    </message>
    <message>
        <source>Check the file and the rights to read it.</source>
        <translation>Prüfen Sie die Datei und die Leserechte.</translation>
    </message>
    <message>
        <source>Check the name of the folder.</source>
        <translation>Prüfen Sie den Namen des Ordners.</translation>
    </message>
    <message>
        <source>Check the name, or choose the file again.</source>
        <translation>Prüfen Sie den Namen, oder wählen Sie die Datei erneut.</translation>
    </message>
    <message>
        <source>Check the path.</source>
        <translation>Prüfen Sie den Pfad.</translation>
    </message>
    <message>
        <source>Check the preprocessing, then the file of the network.</source>
        <translation>Prüfen Sie die Aufbereitung, dann die Datei des Modells.</translation>
    </message>
    <message>
        <source>Check the rights to read it.</source>
        <translation>Prüfen Sie die Leserechte.</translation>
    </message>
    <message>
        <source>Check the structure.</source>
        <translation>Prüfen Sie die Struktur.</translation>
    </message>
    <message>
        <source>Check the types of its fields.</source>
        <translation>Prüfen Sie die Typen ihrer Felder.</translation>
    </message>
    <message>
        <source>Checking results</source>
        <translation>Ergebnisse werden geprüft</translation>
    </message>
    <message>
        <source>Checking the library</source>
        <translation>Die Bibliothek wird geprüft</translation>
    </message>
    <message>
        <source>Checking {0}</source>
        <translation>{0} wird geprüft</translation>
    </message>
    <message>
        <source>Choose a .binaryproto or .npy file, or type the means, for example 104,117,123.</source>
        <translation>Wählen Sie eine .binaryproto- oder .npy-Datei, oder geben Sie die Mittelwerte ein, zum Beispiel 104,117,123.</translation>
    </message>
    <message>
        <source>Choose a file of the image series itself.</source>
        <translation>Wählen Sie eine Datei der Bildserie selbst.</translation>
    </message>
    <message>
        <source>Choose a file of the image series that it belongs to.</source>
        <translation>Wählen Sie eine Datei der Bildserie, zu der sie gehört.</translation>
    </message>
    <message>
        <source>Choose a file that ends in {0}.</source>
        <translation>Wählen Sie eine Datei, die auf {0} endet.</translation>
    </message>
    <message>
        <source>Choose a folder with pictures in it.</source>
        <translation>Wählen Sie einen Ordner mit Bildern darin.</translation>
    </message>
    <message>
        <source>Choose a picture file.</source>
        <translation>Wählen Sie eine Bilddatei.</translation>
    </message>
    <message>
        <source>Choose a picture; {0} are read.</source>
        <translation>Wählen Sie ein Bild; gelesen werden {0}.</translation>
    </message>
    <message>
        <source>Choose a volume of intensities.</source>
        <translation>Wählen Sie ein Volumen mit Intensitäten.</translation>
    </message>
    <message>
        <source>Choose an ONNX file, a Caffe .prototxt, a TensorFlow .meta, .pb or SavedModel folder, a Keras .keras or .h5, or a PyTorch .pt, .pt2, .pth or .safetensors.</source>
        <translation>Wählen Sie eine ONNX-Datei, eine .prototxt von Caffe, eine .meta, .pb oder einen SavedModel-Ordner von TensorFlow, eine .keras oder .h5 von Keras oder eine .pt, .pt2, .pth oder .safetensors von PyTorch.</translation>
    </message>
    <message>
        <source>Choose an explanation and a format.</source>
        <translation>Wählen Sie eine Erklärung und ein Format.</translation>
    </message>
    <message>
        <source>Choose another class or method.</source>
        <translation>Wählen Sie eine andere Klasse oder ein anderes Verfahren.</translation>
    </message>
    <message>
        <source>Choose another folder with --library.</source>
        <translation>Wählen Sie mit --library einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Choose another folder, or make room.</source>
        <translation>Wählen Sie einen anderen Ordner, oder schaffen Sie Platz.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Choose another folder; nothing was left half-written.</source>
        <translation>Wählen Sie einen anderen Ordner; nichts blieb halb geschrieben zurück.</translation>
    </message>
    <message>
        <source>Choose another format.</source>
        <translation>Wählen Sie ein anderes Format.</translation>
    </message>
    <message>
        <source>Choose another image.</source>
        <translation>Wählen Sie ein anderes Bild.</translation>
    </message>
    <message>
        <source>Choose another layer, another feature, or the whole image.</source>
        <translation>Wählen Sie eine andere Schicht, ein anderes Merkmal oder das ganze Bild.</translation>
    </message>
    <message>
        <source>Choose another layer.</source>
        <translation>Wählen Sie eine andere Schicht.</translation>
    </message>
    <message>
        <source>Choose another method, or use occlusion.</source>
        <translation>Wählen Sie ein anderes Verfahren, oder verdecken Sie Merkmale.</translation>
    </message>
    <message>
        <source>Choose another method.</source>
        <translation>Wählen Sie ein anderes Verfahren.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>Choose another network.</source>
        <translation>Wählen Sie ein anderes Modell.</translation>
    </message>
    <message>
        <source>Choose another output, or ask the network&apos;s author for the name of the one with the classes.</source>
        <translation>Wählen Sie eine andere Ausgabe, oder fragen Sie die Autoren des Modells nach dem Namen derjenigen mit den Klassen.</translation>
    </message>
    <message>
        <source>Choose another output.</source>
        <translation>Wählen Sie eine andere Ausgabe.</translation>
    </message>
    <message>
        <source>Choose another second class.</source>
        <translation>Wählen Sie eine andere zweite Klasse.</translation>
    </message>
    <message>
        <source>Choose auto or cpu.</source>
        <translation>Wählen Sie auto oder cpu.</translation>
    </message>
    <message>
        <source>Choose auto, cpu, cuda, cuda:1 (or another number), or mps.</source>
        <translation>Wählen Sie auto, cpu, cuda, cuda:1 (oder eine andere Nummer) oder mps.</translation>
    </message>
    <message>
        <source>Choose its file again.</source>
        <translation>Wählen Sie seine Datei erneut.</translation>
    </message>
    <message>
        <source>Choose one of them as {0}, or leave it to the program.</source>
        <translation>Wählen Sie davon eine als {0}, oder überlassen Sie es dem Programm.</translation>
    </message>
    <message>
        <source>Choose one of them, or leave it to the program.</source>
        <translation>Wählen Sie davon eine, oder überlassen Sie es dem Programm.</translation>
    </message>
    <message>
        <source>Choose one of these numbers.</source>
        <translation>Wählen Sie eine dieser Nummern.</translation>
    </message>
    <message>
        <source>Choose one of these, or name a file.</source>
        <translation>Wählen Sie davon einen Eintrag, oder nennen Sie eine Datei.</translation>
    </message>
    <message>
        <source>Choose one of these.</source>
        <translation>Wählen Sie daraus.</translation>
    </message>
    <message>
        <source>Choose one of: {0}.</source>
        <translation>Zur Auswahl stehen: {0}.</translation>
    </message>
    <message>
        <source>Choose the .caffemodel as weights.</source>
        <translation>Wählen Sie die .caffemodel-Datei als Gewichte.</translation>
    </message>
    <message>
        <source>Choose the .caffemodel that was trained with this structure; layers are matched by name.</source>
        <translation>Wählen Sie die .caffemodel-Datei, die mit dieser Struktur trainiert wurde; Schichten werden nach Namen zugeordnet.</translation>
    </message>
    <message>
        <source>Choose the .prototxt file of the network.</source>
        <translation>Wählen Sie die .prototxt-Datei des Modells.</translation>
    </message>
    <message>
        <source>Choose the deploy.prototxt instead.</source>
        <translation>Wählen Sie stattdessen die deploy.prototxt.</translation>
    </message>
    <message>
        <source>Choose the deploy.prototxt of the network.</source>
        <translation>Wählen Sie die deploy.prototxt des Modells.</translation>
    </message>
    <message>
        <source>Choose the file again.</source>
        <translation>Wählen Sie die Datei erneut.</translation>
    </message>
    <message>
        <source>Choose the file replay.json of a report, unchanged.</source>
        <translation>Wählen Sie die unveränderte Datei replay.json eines Berichts.</translation>
    </message>
    <message>
        <source>Choose the file that Keras&apos;s model.save(…) wrote.</source>
        <translation>Wählen Sie die Datei, die model.save(…) von Keras geschrieben hat.</translation>
    </message>
    <message>
        <source>Choose the labels file that belongs to this network, or move it away to go without names.</source>
        <translation>Wählen Sie die Klassennamen, die zu diesem Modell gehören, oder legen Sie die Datei beiseite, um ohne Namen fortzufahren.</translation>
    </message>
    <message>
        <source>Choose the mean colour of the picture instead.</source>
        <translation>Wählen Sie stattdessen die mittlere Farbe des Bildes.</translation>
    </message>
    <message>
        <source>Choose the network file itself.</source>
        <translation>Wählen Sie die Modelldatei selbst.</translation>
    </message>
    <message>
        <source>Choose the network that was called {0}.</source>
        <translation>Wählen Sie das Modell, das {0} hieß.</translation>
    </message>
    <message>
        <source>Choose the network, and give this file as its mean.</source>
        <translation>Wählen Sie das Modell, und geben Sie diese Datei als Mittelwert an.</translation>
    </message>
    <message>
        <source>Choose the picture that was called {0}.</source>
        <translation>Wählen Sie das Bild, das {0} hieß.</translation>
    </message>
    <message>
        <source>Choose the pictures inside it.</source>
        <translation>Wählen Sie die Bilder darin.</translation>
    </message>
    <message>
        <source>Choose the preprocessing of then; it stands in the replay file under network, input.</source>
        <translation>Wählen Sie die Vorverarbeitung von damals; sie steht in der Datei unter network, input.</translation>
    </message>
    <message>
        <source>Choose the right .meta file, and give the .index file as its weights.</source>
        <translation>Wählen Sie die richtige .meta-Datei, und geben Sie die .index-Datei als Gewichte an.</translation>
    </message>
    <message>
        <source>Choose the weights that belong to this structure.</source>
        <translation>Wählen Sie die Gewichte, die zu dieser Struktur gehören.</translation>
    </message>
    <message>
        <source>Choose {0} or {1}.</source>
        <translation>Wählen Sie {0} oder {1}.</translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation>Schließen Sie andere Programme, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Close other programs, or choose an earlier layer.</source>
        <translation>Schließen Sie andere Programme, oder wählen Sie eine frühere Schicht.</translation>
    </message>
    <message>
        <source>Close other programs, or export it in a smaller size.</source>
        <translation>Schließen Sie andere Programme, oder exportieren Sie es in geringerer Größe.</translation>
    </message>
    <message>
        <source>Close other programs, or use a machine with more memory.</source>
        <translation>Schließen Sie andere Programme, oder verwenden Sie einen Rechner mit mehr Speicher.</translation>
    </message>
    <message>
        <source>Close other programs, or use a machine with more memory; a damaged file can be the reason, too.</source>
        <translation>Schließen Sie andere Programme, oder verwenden Sie einen Rechner mit mehr Speicher; auch eine beschädigte Datei kann der Grund sein.</translation>
    </message>
    <message>
        <source>Close other programs, or use a network with a smaller input.</source>
        <translation>Schließen Sie andere Programme, oder verwenden Sie ein Modell mit kleinerer Eingabe.</translation>
    </message>
    <message>
        <source>Close other programs, or use a smaller network.</source>
        <translation>Schließen Sie andere Programme, oder verwenden Sie ein kleineres Modell.</translation>
    </message>
    <message>
        <source>Close other windows of the program and try again.</source>
        <translation>Schließen Sie andere Fenster des Programms, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Close other windows of the program, or copy the library to a folder that you may write to.</source>
        <translation>Schließen Sie andere Fenster des Programms, oder kopieren Sie die Bibliothek in einen Ordner, in den Sie schreiben dürfen.</translation>
    </message>
    <message>
        <source>Close the program and start it again.</source>
        <translation>Schließen Sie das Programm, und starten Sie es neu.</translation>
    </message>
    <message>
        <source>Closest is {0} ({1} % of the tensors), but {2}.</source>
        <translation>Am nächsten liegt {0} ({1} % der Tensoren), aber {2}.</translation>
    </message>
    <message>
        <source>Comparing with the original</source>
        <translation>Vergleich mit dem Original</translation>
    </message>
    <message>
        <source>Computing relevance</source>
        <translation>Die Relevanz wird berechnet</translation>
    </message>
    <message>
        <source>Computing the gradient</source>
        <translation>Der Gradient wird berechnet</translation>
    </message>
    <message>
        <source>Connect its drive again or put the folder back, then start the program again.</source>
        <translation>Schließen Sie das Laufwerk wieder an, oder legen Sie den Ordner zurück, und starten Sie das Programm dann neu.</translation>
    </message>
    <message>
        <source>Convert it to float32 first.</source>
        <translation>Wandeln Sie es zuerst in float32 um.</translation>
    </message>
    <message>
        <source>Convert the network to ONNX with the tools of its makers, and import that.</source>
        <translation>Wandeln Sie das Modell mit den Werkzeugen seiner Hersteller in ONNX um, und importieren Sie das.</translation>
    </message>
    <message>
        <source>Converting layers</source>
        <translation>Schichten werden umgewandelt</translation>
    </message>
    <message>
        <source>Converting the Keras network</source>
        <translation>Das Keras-Netz wird umgewandelt</translation>
    </message>
    <message>
        <source>Converting the TensorFlow graph</source>
        <translation>Der TensorFlow-Graph wird umgewandelt</translation>
    </message>
    <message>
        <source>Converting the TorchScript network</source>
        <translation>Das TorchScript-Netz wird umgewandelt</translation>
    </message>
    <message>
        <source>Converting the exported program</source>
        <translation>Das exportierte Programm wird umgewandelt</translation>
    </message>
    <message>
        <source>Converting the network</source>
        <translation>Das Modell wird umgewandelt</translation>
    </message>
    <message>
        <source>Copy it again.</source>
        <translation>Kopieren Sie es erneut.</translation>
    </message>
    <message>
        <source>Copy it from its source again.</source>
        <translation>Kopieren Sie es erneut aus seiner Quelle.</translation>
    </message>
    <message>
        <source>Copy it to this computer first.</source>
        <translation>Kopieren Sie es zuerst auf diesen Rechner.</translation>
    </message>
    <message>
        <source>Copy network and weights together from their source.</source>
        <translation>Kopieren Sie Modell und Gewichte zusammen aus ihrer Quelle.</translation>
    </message>
    <message>
        <source>Copy or download .index and .data files again.</source>
        <translation>Kopieren oder laden Sie die .index- und .data-Dateien erneut.</translation>
    </message>
    <message>
        <source>Copy or download all .data files again.</source>
        <translation>Kopieren oder laden Sie alle .data-Dateien erneut.</translation>
    </message>
    <message>
        <source>Copy or download it again, or ask the network&apos;s author to save it with Keras itself.</source>
        <translation>Kopieren oder laden Sie es erneut, oder bitten Sie die Autoren des Modells, es mit Keras selbst zu speichern.</translation>
    </message>
    <message>
        <source>Copy or download it again.</source>
        <translation>Kopieren oder laden Sie es erneut.</translation>
    </message>
    <message>
        <source>Copy or download the file again, or ask the network&apos;s author for it.</source>
        <translation>Kopieren oder laden Sie die Datei erneut, oder bitten Sie die Autoren des Modells darum.</translation>
    </message>
    <message>
        <source>Copy or download the file again.</source>
        <translation>Kopieren oder laden Sie die Datei erneut.</translation>
    </message>
    <message>
        <source>Copy or export the file again.</source>
        <translation>Kopieren oder exportieren Sie die Datei erneut.</translation>
    </message>
    <message>
        <source>Correct it or take it away.</source>
        <translation>Berichtigen Sie ihn, oder nehmen Sie ihn weg.</translation>
    </message>
    <message>
        <source>Correct the preprocessing and try again.</source>
        <translation>Berichtigen Sie die Aufbereitung, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Correct them and try again.</source>
        <translation>Berichtigen Sie sie, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Different: {0}{1}.</source>
        <translation>Verschieden: {0}{1}.</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>Do not open networks from sources that you do not trust.</source>
        <translation>Öffnen Sie keine Modelle aus Quellen, denen Sie nicht vertrauen.</translation>
    </message>
    <message>
        <source>Do not open networks from sources that you do not trust; Keras never writes such files.</source>
        <translation>Öffnen Sie keine Modelle aus Quellen, denen Sie nicht vertrauen; Keras schreibt solche Dateien nie.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Download the file itself again.</source>
        <translation>Laden Sie die Datei selbst erneut herunter.</translation>
    </message>
    <message>
        <source>Drop features with fewer pixels.</source>
        <translation>Merkmale mit weniger Pixeln weglassen.</translation>
    </message>
    <message>
        <source>Dropout was switched on in the file; it is left out, as when a network is used.</source>
        <translation>In der Datei war Dropout eingeschaltet; es wird weggelassen, wie beim Anwenden eines Modells.</translation>
    </message>
    <message>
        <source>Either the machine does not have it, or its driver or this installation does not support it.</source>
        <translation>Entweder hat der Rechner es nicht, oder sein Treiber oder diese Installation unterstützt es nicht.</translation>
    </message>
    <message>
        <source>Evaluating features</source>
        <translation>Merkmale werden ausgewertet</translation>
    </message>
    <message>
        <source>Every layer that has weights must stand in it.</source>
        <translation>Jede Schicht mit Gewichten muss darin stehen.</translation>
    </message>
    <message>
        <source>Explanation {0} of {1}</source>
        <translation>Erklärung {0} von {1}</translation>
    </message>
    <message>
        <source>Export a simpler form of the network.</source>
        <translation>Exportieren Sie eine einfachere Form des Modells.</translation>
    </message>
    <message>
        <source>Export it again with opset 17, or any from {0} to {1}.</source>
        <translation>Exportieren Sie es erneut mit Opset 17 oder einem von {0} bis {1}.</translation>
    </message>
    <message>
        <source>Export it again with opset 17.</source>
        <translation>Exportieren Sie es erneut mit Opset 17.</translation>
    </message>
    <message>
        <source>Export it again.</source>
        <translation>Exportieren Sie es erneut.</translation>
    </message>
    <message>
        <source>Export it for another opset, with these operators written as simpler ones.</source>
        <translation>Exportieren Sie es für ein anderes Opset, mit diesen Operatoren als einfachere geschrieben.</translation>
    </message>
    <message>
        <source>Export it in a smaller size, or cut out the part that matters.</source>
        <translation>Exportieren Sie es in geringerer Größe, oder schneiden Sie den wichtigen Teil aus.</translation>
    </message>
    <message>
        <source>Export it in a smaller size.</source>
        <translation>Exportieren Sie es in geringerer Größe.</translation>
    </message>
    <message>
        <source>Export it when nothing else runs.</source>
        <translation>Exportieren Sie es, wenn nichts anderes läuft.</translation>
    </message>
    <message>
        <source>Export it with ordinary (dense) weights.</source>
        <translation>Exportieren Sie es mit gewöhnlichen (vollen) Gewichten.</translation>
    </message>
    <message>
        <source>Export it with standard ONNX operators and without If, Loop or Scan.</source>
        <translation>Exportieren Sie es mit ONNX-Standardoperatoren und ohne If, Loop oder Scan.</translation>
    </message>
    <message>
        <source>Export it with the number of channels fixed.</source>
        <translation>Exportieren Sie es mit fester Zahl der Kanäle.</translation>
    </message>
    <message>
        <source>Export it with the one output that is meant.</source>
        <translation>Exportieren Sie es mit der einen Ausgabe, die gemeint ist.</translation>
    </message>
    <message>
        <source>Export or download it again.</source>
        <translation>Exportieren oder laden Sie es erneut.</translation>
    </message>
    <message>
        <source>Export the image as PNG from your viewer, without patient data, and add that file.</source>
        <translation>Exportieren Sie das Bild aus Ihrem Betrachter als PNG, ohne Patientendaten, und fügen Sie diese Datei hinzu.</translation>
    </message>
    <message>
        <source>Export the network again with opset 17; if that does not help, it cannot be used here.</source>
        <translation>Exportieren Sie das Modell erneut mit Opset 17; hilft das nicht, kann es hier nicht verwendet werden.</translation>
    </message>
    <message>
        <source>Export the network again, or for another opset.</source>
        <translation>Exportieren Sie das Modell erneut oder für ein anderes Opset.</translation>
    </message>
    <message>
        <source>Export the network again.</source>
        <translation>Exportieren Sie das Modell erneut.</translation>
    </message>
    <message>
        <source>Export the network for a fixed picture size.</source>
        <translation>Exportieren Sie das Modell für eine feste Bildgröße.</translation>
    </message>
    <message>
        <source>Export the network to ONNX.</source>
        <translation>Exportieren Sie das Modell nach ONNX.</translation>
    </message>
    <message>
        <source>Export the network with its weights in external data files.</source>
        <translation>Exportieren Sie das Modell mit seinen Gewichten in externen Datendateien.</translation>
    </message>
    <message>
        <source>Export the network with simpler operators, if its framework can.</source>
        <translation>Exportieren Sie das Modell mit einfacheren Operatoren, wenn sein Framework das kann.</translation>
    </message>
    <message>
        <source>Export the network without local functions.</source>
        <translation>Exportieren Sie das Modell ohne lokale Funktionen.</translation>
    </message>
    <message>
        <source>Export the part that matters.</source>
        <translation>Exportieren Sie den wichtigen Teil.</translation>
    </message>
    <message>
        <source>Features cannot be made with these parameters.</source>
        <translation>Mit diesen Einstellungen lassen sich keine Merkmale bilden.</translation>
    </message>
    <message>
        <source>Fetch the real file (git lfs pull), or download it from its page.</source>
        <translation>Holen Sie die eigentliche Datei (git lfs pull), oder laden Sie sie von ihrer Seite.</translation>
    </message>
    <message>
        <source>Finding the size of its pictures</source>
        <translation>Die Größe seiner Bilder wird gesucht</translation>
    </message>
    <message>
        <source>Finding their structure</source>
        <translation>Ihre Struktur wird gesucht</translation>
    </message>
    <message>
        <source>For {0} pictures its result has the shape {1}.</source>
        <translation>Bei {0} Bildern hat sein Ergebnis die Form {1}.</translation>
    </message>
    <message>
        <source>Forms are {0}.</source>
        <translation>Formulare sind {0}.</translation>
    </message>
    <message>
        <source>Free some space and try again; nothing was stored half.</source>
        <translation>Schaffen Sie Platz, und versuchen Sie es erneut; nichts wurde halb gespeichert.</translation>
    </message>
    <message>
        <source>Getting ready</source>
        <translation>Vorbereitung läuft</translation>
    </message>
    <message>
        <source>Git LFS left it in place of the real file, which was not downloaded.</source>
        <translation>Git LFS hat ihn anstelle der eigentlichen Datei hinterlassen, die nicht heruntergeladen wurde.</translation>
    </message>
    <message>
        <source>Give it a budget of at least 1.</source>
        <translation>Geben Sie eine Grenze von mindestens 1 an.</translation>
    </message>
    <message>
        <source>Give one mean per channel, or a mean picture [channels, height, width].</source>
        <translation>Geben Sie einen Mittelwert je Kanal oder ein Mittelwertbild [Kanäle, Höhe, Breite] an.</translation>
    </message>
    <message>
        <source>Give one of these numbers or a label that only one class has.</source>
        <translation>Geben Sie eine dieser Nummern an, oder einen Klassennamen, den nur eine Klasse hat.</translation>
    </message>
    <message>
        <source>Gradient × input</source>
        <translation>Gradient × Eingabe</translation>
    </message>
    <message>
        <source>Graph and weights do not belong together.</source>
        <translation>Graph und Gewichte gehören nicht zusammen.</translation>
    </message>
    <message>
        <source>Graphs of others lie beside it: {0}.</source>
        <translation>Daneben liegen Graphen anderer: {0}.</translation>
    </message>
    <message>
        <source>HSV converted to RGB</source>
        <translation>HSV in RGB umgewandelt</translation>
    </message>
    <message>
        <source>Height and width must be positive, not {0} × {1}.</source>
        <translation>Höhe und Breite müssen größer als null sein, nicht {0} × {1}.</translation>
    </message>
    <message>
        <source>Import the network again.</source>
        <translation>Importieren Sie das Modell erneut.</translation>
    </message>
    <message>
        <source>In place</source>
        <translation>Am Ort</translation>
    </message>
    <message>
        <source>Inpaint</source>
        <translation>Auffüllen</translation>
    </message>
    <message>
        <source>Install the full edition, or ask the network&apos;s author for an ONNX export.</source>
        <translation>Installieren Sie die vollständige Ausgabe, oder bitten Sie die Autoren des Modells um einen ONNX-Export.</translation>
    </message>
    <message>
        <source>Install the newer version, or choose another folder with --library.</source>
        <translation>Installieren Sie die neuere Version, oder wählen Sie mit --library einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Install the newer version.</source>
        <translation>Installieren Sie die neuere Version.</translation>
    </message>
    <message>
        <source>It also reads {0}.</source>
        <translation>Es liest außerdem {0}.</translation>
    </message>
    <message>
        <source>It asks for {0}.</source>
        <translation>Verlangt wird {0}.</translation>
    </message>
    <message>
        <source>It begins as a NIfTI volume, but the rest does not fit.</source>
        <translation>Es beginnt wie ein NIfTI-Volumen, aber der Rest passt nicht dazu.</translation>
    </message>
    <message>
        <source>It begins as a {0} picture, but its end is missing.</source>
        <translation>Es beginnt wie ein {0}-Bild, aber sein Ende fehlt.</translation>
    </message>
    <message>
        <source>It begins as a {0} picture, but what follows cannot be decoded.</source>
        <translation>Es beginnt wie ein {0}-Bild, aber der Rest lässt sich nicht entschlüsseln.</translation>
    </message>
    <message>
        <source>It calls {0}. Nothing of it was run.</source>
        <translation>Es ruft {0} auf. Nichts davon wurde ausgeführt.</translation>
    </message>
    <message>
        <source>It cannot be read ({0}).</source>
        <translation>Es kann nicht gelesen werden ({0}).</translation>
    </message>
    <message>
        <source>It claims to have {0} megapixels; the limit is {1}.</source>
        <translation>Es soll {0} Megapixel haben; die Grenze ist {1}.</translation>
    </message>
    <message>
        <source>It could be one of these {0}s: {1}.</source>
        <translation>Infrage kommen ({0}): {1}.</translation>
    </message>
    <message>
        <source>It covers the axes {0} to {1} of {2}.</source>
        <translation>Es umfasst die Achsen {0} bis {1} von {2}.</translation>
    </message>
    <message>
        <source>It describes a graph of TensorFlow as text, without the weights.</source>
        <translation>Es beschreibt einen TensorFlow-Graphen als Text, ohne die Gewichte.</translation>
    </message>
    <message>
        <source>It describes a network of Darknet.</source>
        <translation>Es beschreibt ein Darknet-Netz.</translation>
    </message>
    <message>
        <source>It describes a network of TensorFlow.js, whose weights are other files.</source>
        <translation>Es beschreibt ein Netz von TensorFlow.js, dessen Gewichte in anderen Dateien liegen.</translation>
    </message>
    <message>
        <source>It describes the layers of a Keras network, without the weights.</source>
        <translation>Es beschreibt die Schichten eines Keras-Netzes, ohne die Gewichte.</translation>
    </message>
    <message>
        <source>It does not name {0}{1}.</source>
        <translation>Es nennt {0} nicht{1}.</translation>
    </message>
    <message>
        <source>It does not say how the network is built, and Keras alone cannot tell.</source>
        <translation>Es sagt nicht, wie das Modell aufgebaut ist, und Keras allein kann es nicht wissen.</translation>
    </message>
    <message>
        <source>It does not say that it is one.</source>
        <translation>Sie sagt nicht, dass sie eine ist.</translation>
    </message>
    <message>
        <source>It ends too early, or was changed.</source>
        <translation>Es endet zu früh oder wurde verändert.</translation>
    </message>
    <message>
        <source>It gives no row of numbers for each.</source>
        <translation>Es gibt nicht für jedes eine Zeile von Zahlen aus.</translation>
    </message>
    <message>
        <source>It gives {0}, not one number per class.</source>
        <translation>Es gibt {0} aus, nicht eine Zahl je Klasse.</translation>
    </message>
    <message>
        <source>It gives {0}.</source>
        <translation>Es gibt {0} aus.</translation>
    </message>
    <message>
        <source>It has an older form, and this window may not write to it.</source>
        <translation>Sie hat eine ältere Form, und dieses Fenster darf nicht hineinschreiben.</translation>
    </message>
    <message>
        <source>It has no method forward.</source>
        <translation>Es hat keine Methode forward.</translation>
    </message>
    <message>
        <source>It has no signature, which would name its input and its output.</source>
        <translation>Es hat keine Signatur, die seine Eingabe und Ausgabe benennen würde.</translation>
    </message>
    <message>
        <source>It has no value {0}.</source>
        <translation>Es hat keinen Wert {0}.</translation>
    </message>
    <message>
        <source>It has no {0}.</source>
        <translation>Es hat kein {0}.</translation>
    </message>
    <message>
        <source>It has none.</source>
        <translation>Es hat keine.</translation>
    </message>
    <message>
        <source>It has the shape {0}, and the network has {1} channels.</source>
        <translation>Es hat die Form {0}, und das Modell hat {1} Kanäle.</translation>
    </message>
    <message>
        <source>It has {0} MiB; the limit is {1} MiB.</source>
        <translation>Es hat {0} MiB; die Grenze ist {1} MiB.</translation>
    </message>
    <message>
        <source>It has {0} classes, numbered 0 to {1}.</source>
        <translation>Es hat {0} Klassen, nummeriert von 0 bis {1}.</translation>
    </message>
    <message>
        <source>It has {0} operations; the limit is {1}.</source>
        <translation>Es hat {0} Operationen; die Grenze ist {1}.</translation>
    </message>
    <message>
        <source>It has {0}.</source>
        <translation>Es hat {0}.</translation>
    </message>
    <message>
        <source>It holds Python objects: {0}. Nothing of it was run.</source>
        <translation>Es enthält Python-Objekte: {0}. Nichts davon wurde ausgeführt.</translation>
    </message>
    <message>
        <source>It holds no graph.</source>
        <translation>Es enthält keinen Graphen.</translation>
    </message>
    <message>
        <source>It holds no operations.</source>
        <translation>Es enthält keine Operationen.</translation>
    </message>
    <message>
        <source>It holds objects besides tensors.</source>
        <translation>Es enthält neben Tensoren auch Objekte.</translation>
    </message>
    <message>
        <source>It holds the mean picture of a Caffe network.</source>
        <translation>Es enthält das Mittelwertbild eines Caffe-Netzes.</translation>
    </message>
    <message>
        <source>It holds the training settings of Caffe.</source>
        <translation>Es enthält Trainingseinstellungen von Caffe.</translation>
    </message>
    <message>
        <source>It holds {0}, which could be code or an object, not only tensors.</source>
        <translation>Es enthält {0}, was Code oder ein Objekt sein könnte, nicht nur Tensoren.</translation>
    </message>
    <message>
        <source>It holds {0}.</source>
        <translation>Es enthält {0}.</translation>
    </message>
    <message>
        <source>It holds {0}{1}.</source>
        <translation>Es enthält {0}{1}.</translation>
    </message>
    <message>
        <source>It is a DICOM file, but {0}.</source>
        <translation>Es ist eine DICOM-Datei, aber {0}.</translation>
    </message>
    <message>
        <source>It is a DICOM or NIfTI file, but what it says of its picture makes no sense.</source>
        <translation>Es ist eine DICOM- oder NIfTI-Datei, aber was sie über ihr Bild sagt, ergibt keinen Sinn.</translation>
    </message>
    <message>
        <source>It is a structure, like the network itself.</source>
        <translation>Es ist eine Struktur, wie das Modell selbst.</translation>
    </message>
    <message>
        <source>It is a text file.</source>
        <translation>Es ist eine Textdatei.</translation>
    </message>
    <message>
        <source>It is an HDF5 file with other data in it.</source>
        <translation>Es ist eine HDF5-Datei mit anderen Daten.</translation>
    </message>
    <message>
        <source>It is an archive without its table of contents.</source>
        <translation>Es ist ein Archiv ohne sein Inhaltsverzeichnis.</translation>
    </message>
    <message>
        <source>It is damaged, or it was made to confuse the program that reads it.</source>
        <translation>Es ist beschädigt, oder es soll das lesende Programm verwirren.</translation>
    </message>
    <message>
        <source>It is empty.</source>
        <translation>Es ist leer.</translation>
    </message>
    <message>
        <source>It is far larger than a list of names.</source>
        <translation>Es ist weit größer als eine Liste von Namen.</translation>
    </message>
    <message>
        <source>It is far larger than any of them.</source>
        <translation>Sie ist viel größer als jede von ihnen.</translation>
    </message>
    <message>
        <source>It is far larger than such a file ever is.</source>
        <translation>Es ist weit größer, als eine solche Datei je ist.</translation>
    </message>
    <message>
        <source>It is in {0}. Nothing of it was run.</source>
        <translation>Es steht in {0}. Nichts davon wurde ausgeführt.</translation>
    </message>
    <message>
        <source>It is in: {0}. Nothing of it was run.</source>
        <translation>Es steht in: {0}. Nichts davon wurde ausgeführt.</translation>
    </message>
    <message>
        <source>It is neither in the file nor one of: {0}.</source>
        <translation>Es ist weder in der Datei noch eines von: {0}.</translation>
    </message>
    <message>
        <source>It is no JSON file.</source>
        <translation>Sie ist keine JSON-Datei.</translation>
    </message>
    <message>
        <source>It is not a text file.</source>
        <translation>Es ist keine Textdatei.</translation>
    </message>
    <message>
        <source>It is not an ordinary file.</source>
        <translation>Es ist keine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>It is of the class {0}. To open it, the code of that class would have to be run; it was not.</source>
        <translation>Es gehört zur Klasse {0}. Um es zu öffnen, müsste der Code dieser Klasse ausgeführt werden; das geschah nicht.</translation>
    </message>
    <message>
        <source>It is told to use the statistics of the batch (use_global_stats: false).</source>
        <translation>Sie soll die Statistik des Stapels verwenden (use_global_stats: false).</translation>
    </message>
    <message>
        <source>It is {0}.</source>
        <translation>Es ist {0}.</translation>
    </message>
    <message>
        <source>It knows {0}.</source>
        <translation>Es kennt {0}.</translation>
    </message>
    <message>
        <source>It lies beside the weights and should say their structure.</source>
        <translation>Es liegt neben den Gewichten und sollte ihre Struktur nennen.</translation>
    </message>
    <message>
        <source>It marks places on another image and is no picture itself.</source>
        <translation>Sie kennzeichnet Stellen auf einem anderen Bild und ist selbst kein Bild.</translation>
    </message>
    <message>
        <source>It may be damaged, or written by another version. Ask its author for an ONNX export.</source>
        <translation>Es kann beschädigt oder von einer anderen Version geschrieben sein. Bitten Sie die Autoren um einen ONNX-Export.</translation>
    </message>
    <message>
        <source>It multiplies two maps and adds a learned bias.</source>
        <translation>Sie multipliziert zwei Karten und addiert einen gelernten Bias.</translation>
    </message>
    <message>
        <source>It names {0}; {1}{2} is not there.</source>
        <translation>Es nennt {0}; {1}{2} ist nicht da.</translation>
    </message>
    <message>
        <source>It needs a centre, and a width above 0.</source>
        <translation>Es braucht eine Mitte und eine Breite über 0.</translation>
    </message>
    <message>
        <source>It needs height and width.</source>
        <translation>Es braucht Höhe und Breite.</translation>
    </message>
    <message>
        <source>It needs {0} inputs.</source>
        <translation>Sie braucht {0} Eingaben.</translation>
    </message>
    <message>
        <source>It reads {0}.</source>
        <translation>Es liest {0}.</translation>
    </message>
    <message>
        <source>It says that its image is empty.</source>
        <translation>Es sagt, sein Bild sei leer.</translation>
    </message>
    <message>
        <source>It says {0}.</source>
        <translation>Es sagt {0}.</translation>
    </message>
    <message>
        <source>It says {0}; the network wants {1}.</source>
        <translation>Es sagt {0}; das Modell verlangt {1}.</translation>
    </message>
    <message>
        <source>It says “{0}”.</source>
        <translation>Es sagt „{0}“.</translation>
    </message>
    <message>
        <source>It takes a part of {0} that cannot be told: {1}.</source>
        <translation>Es nimmt einen Teil von {0}, der sich nicht bestimmen lässt: {1}.</translation>
    </message>
    <message>
        <source>It was exported for {0} pictures, and this number is built into its layers.</source>
        <translation>Es wurde für {0} Bilder exportiert, und diese Zahl ist in seine Schichten eingebaut.</translation>
    </message>
    <message>
        <source>It was moved, renamed or deleted.</source>
        <translation>Es wurde verschoben, umbenannt oder gelöscht.</translation>
    </message>
    <message>
        <source>It was opened for reading only.</source>
        <translation>Sie wurde nur zum Lesen geöffnet.</translation>
    </message>
    <message>
        <source>It was saved before it was used for the first time, so the size of its pictures is open.</source>
        <translation>Es wurde vor der ersten Verwendung gespeichert, daher ist die Größe seiner Bilder offen.</translation>
    </message>
    <message>
        <source>It was stopped after {0} without a result.</source>
        <translation>Es wurde nach {0} ohne Ergebnis angehalten.</translation>
    </message>
    <message>
        <source>It was stopped at {0} GB.</source>
        <translation>Es wurde bei {0} GB angehalten.</translation>
    </message>
    <message>
        <source>It would take far more memory than its size says.</source>
        <translation>Es würde weit mehr Speicher brauchen, als seine Größe besagt.</translation>
    </message>
    <message>
        <source>Iteration {0} of {1}</source>
        <translation>Iteration {0} von {1}</translation>
    </message>
    <message>
        <source>Its SHA-256 is {0}…, the file names {1}….</source>
        <translation>Die SHA-256 ist {0}…, in der Datei steht {1}….</translation>
    </message>
    <message>
        <source>Its answers differ from the original by up to {0} of the largest logit; rounding alone moves the answers of this network as much.</source>
        <translation>Seine Antworten weichen um bis zu {0} des größten Logits vom Original ab; schon Runden verändert die Antworten dieses Modells ebenso sehr.</translation>
    </message>
    <message>
        <source>Its base is {0}.</source>
        <translation>Ihre Basis ist {0}.</translation>
    </message>
    <message>
        <source>Its classes are numbered 0 to {0}.</source>
        <translation>Seine Klassen sind von 0 bis {0} nummeriert.</translation>
    </message>
    <message>
        <source>Its configuration is something else.</source>
        <translation>Seine Konfiguration ist etwas anderes.</translation>
    </message>
    <message>
        <source>Its constants would hold {0} numbers.</source>
        <translation>Seine Konstanten würden {0} Zahlen enthalten.</translation>
    </message>
    <message>
        <source>Its content is damaged in {0}.</source>
        <translation>Sein Inhalt ist beschädigt in {0}.</translation>
    </message>
    <message>
        <source>Its content is missing from {0}.</source>
        <translation>Sein Inhalt fehlt in {0}.</translation>
    </message>
    <message>
        <source>Its content is of no kind that the program knows, or it is damaged.</source>
        <translation>Sein Inhalt ist von keiner Art, die das Programm kennt, oder es ist beschädigt.</translation>
    </message>
    <message>
        <source>Its content is {0}, whatever its name says.</source>
        <translation>Sein Inhalt ist {0}, was immer sein Name sagt.</translation>
    </message>
    <message>
        <source>Its contents cannot be read.</source>
        <translation>Sein Inhalt kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Its description cannot be read.</source>
        <translation>Seine Beschreibung kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Its description is larger than that of any network.</source>
        <translation>Seine Beschreibung ist größer als die jedes Modells.</translation>
    </message>
    <message>
        <source>Its description is more deeply nested than that of any network.</source>
        <translation>Seine Beschreibung ist tiefer verschachtelt als die jedes Modells.</translation>
    </message>
    <message>
        <source>Its description of the project cannot be read.</source>
        <translation>Seine Beschreibung des Projekts kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Its folder is not there any more.</source>
        <translation>Ihr Ordner ist nicht mehr da.</translation>
    </message>
    <message>
        <source>Its folder may not be written.</source>
        <translation>In ihren Ordner darf nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Its form is number {0}; this version knows {1}.</source>
        <translation>Seine Form hat die Nummer {0}; diese Version kennt {1}.</translation>
    </message>
    <message>
        <source>Its form is number {0}; this version knows {1}. It was left untouched.</source>
        <translation>Ihre Form hat die Nummer {0}; diese Version kennt {1}. Sie blieb unberührt.</translation>
    </message>
    <message>
        <source>Its format has version {0}; this program reads version {1}.</source>
        <translation>Ihr Format hat Version {0}; dieses Programm liest Version {1}.</translation>
    </message>
    <message>
        <source>Its functions call themselves, or each other, without an end in sight.</source>
        <translation>Seine Funktionen rufen sich selbst oder einander auf, ohne absehbares Ende.</translation>
    </message>
    <message>
        <source>Its functions, written out, have more than {0} operations.</source>
        <translation>Seine Funktionen haben ausgeschrieben mehr als {0} Operationen.</translation>
    </message>
    <message>
        <source>Its graph is empty.</source>
        <translation>Sein Graph ist leer.</translation>
    </message>
    <message>
        <source>Its graph refers to operations that are not there: {0}{1}.</source>
        <translation>Sein Graph verweist auf Operationen, die nicht da sind: {0}{1}.</translation>
    </message>
    <message>
        <source>Its header is whole, but a part of its pixels is missing.</source>
        <translation>Der Kopf ist vollständig, aber ein Teil der Pixel fehlt.</translation>
    </message>
    <message>
        <source>Its index announces {0} bytes of weights; {1} are there.</source>
        <translation>Sein Index kündigt {0} Byte Gewichte an; da sind {1}.</translation>
    </message>
    <message>
        <source>Its inner product starts at axis {0}.</source>
        <translation>Ihr inneres Produkt beginnt bei Achse {0}.</translation>
    </message>
    <message>
        <source>Its input is not made of numbers.</source>
        <translation>Seine Eingabe besteht nicht aus Zahlen.</translation>
    </message>
    <message>
        <source>Its input is {0}.</source>
        <translation>Seine Eingabe ist {0}.</translation>
    </message>
    <message>
        <source>Its input or its number of classes is another.</source>
        <translation>Seine Eingabe oder die Zahl seiner Klassen ist eine andere.</translation>
    </message>
    <message>
        <source>Its inputs are: {0}.</source>
        <translation>Seine Eingaben sind: {0}.</translation>
    </message>
    <message>
        <source>Its layers are nested in layers.</source>
        <translation>Seine Schichten sind in Schichten verschachtelt.</translation>
    </message>
    <message>
        <source>Its layers are: {0}.</source>
        <translation>Seine Schichten sind: {0}.</translation>
    </message>
    <message>
        <source>Its normalisation was saved in training mode, and no stored averages were found for {0}.</source>
        <translation>Seine Normalisierung wurde im Trainingsmodus gespeichert, und für {0} fanden sich keine gespeicherten Mittelwerte.</translation>
    </message>
    <message>
        <source>Its output has the shape {0} for one picture, not one number per class.</source>
        <translation>Seine Ausgabe hat für ein Bild die Form {0}, nicht eine Zahl je Klasse.</translation>
    </message>
    <message>
        <source>Its output would be {0} × {1}.</source>
        <translation>Ihre Ausgabe wäre {0} × {1}.</translation>
    </message>
    <message>
        <source>Its outputs ({0}) are no numbers per class.</source>
        <translation>Seine Ausgaben ({0}) sind keine Zahlen je Klasse.</translation>
    </message>
    <message>
        <source>Its path is too long.</source>
        <translation>Sein Pfad ist zu lang.</translation>
    </message>
    <message>
        <source>Its preprocessing subtracts no mean.</source>
        <translation>Seine Aufbereitung zieht keinen Mittelwert ab.</translation>
    </message>
    <message>
        <source>Its signature</source>
        <translation>Seine Signatur</translation>
    </message>
    <message>
        <source>Its table of colours is missing or wrong.</source>
        <translation>Seine Farbtabelle fehlt oder ist falsch.</translation>
    </message>
    <message>
        <source>Its tensors are {0}.</source>
        <translation>Seine Tensoren sind {0}.</translation>
    </message>
    <message>
        <source>Its tensors claim {0} GB, far more than is stored.</source>
        <translation>Seine Tensoren sollen {0} GB haben, weit mehr, als gespeichert ist.</translation>
    </message>
    <message>
        <source>Its units are numbered 0 to {0}.</source>
        <translation>Ihre Einheiten sind von 0 bis {0} nummeriert.</translation>
    </message>
    <message>
        <source>Its values are {0}.</source>
        <translation>Seine Werte sind {0}.</translation>
    </message>
    <message>
        <source>Its values do not change smoothly with the picture, so no image can be found step by step.</source>
        <translation>Ihre Werte ändern sich nicht stetig mit dem Bild; daher lässt sich kein Bild Schritt für Schritt finden.</translation>
    </message>
    <message>
        <source>Its weights are damaged, or the input is far from what it was trained with.</source>
        <translation>Seine Gewichte sind beschädigt, oder die Eingabe ist weit von dem entfernt, womit es trainiert wurde.</translation>
    </message>
    <message>
        <source>Its weights are one single file ({0}), which today&apos;s TensorFlow does not read fully.</source>
        <translation>Seine Gewichte sind eine einzige Datei ({0}), die das heutige TensorFlow nicht vollständig liest.</translation>
    </message>
    <message>
        <source>Its weights cannot be arranged as {0} wants them.</source>
        <translation>Seine Gewichte lassen sich nicht so anordnen, wie {0} sie verlangt.</translation>
    </message>
    <message>
        <source>Its weights take {0} GB; the limit is 1.9 GB.</source>
        <translation>Seine Gewichte brauchen {0} GB; die Grenze ist 1,9 GB.</translation>
    </message>
    <message>
        <source>Its window is kernel {0}, stride {1} on an input of shape {2}.</source>
        <translation>Ihr Fenster ist Kernel {0}, Schrittweite {1} auf einer Eingabe der Form {2}.</translation>
    </message>
    <message>
        <source>Its window of {0} has no middle, or its input no maps.</source>
        <translation>Ihr Fenster von {0} hat keine Mitte, oder ihre Eingabe hat keine Karten.</translation>
    </message>
    <message>
        <source>Its {0} is {1}.</source>
        <translation>{0} ist {1}.</translation>
    </message>
    <message>
        <source>Its {0} stays switched on, so its answers depend on chance or on other pictures.</source>
        <translation>{0} bleibt eingeschaltet, daher hängen seine Antworten vom Zufall oder von anderen Bildern ab.</translation>
    </message>
    <message>
        <source>Join neighbouring features, from fine (0) to coarse (1).</source>
        <translation>Benachbarte Merkmale verbinden, von fein (0) bis grob (1).</translation>
    </message>
    <message>
        <source>Keep pixels with at least this many times the mean relevance.</source>
        <translation>Pixel behalten, die mindestens so oft die mittlere Relevanz haben.</translation>
    </message>
    <message>
        <source>Keras says: {0}.</source>
        <translation>Keras sagt: {0}.</translation>
    </message>
    <message>
        <source>Keras would unpack it: {0}.</source>
        <translation>Keras würde es entpacken: {0}.</translation>
    </message>
    <message>
        <source>Keras {0} wrote it; {1} says: {2}.</source>
        <translation>Keras {0} hat es geschrieben; {1} sagt: {2}.</translation>
    </message>
    <message>
        <source>Known are those of torchvision{0}.</source>
        <translation>Bekannt sind die von torchvision{0}.</translation>
    </message>
    <message>
        <source>LRP flat</source>
        <translation>LRP flat</translation>
    </message>
    <message>
        <source>LRP w²</source>
        <translation>LRP w²</translation>
    </message>
    <message>
        <source>LRP z⁺</source>
        <translation>LRP z⁺</translation>
    </message>
    <message>
        <source>LRP α1 β0</source>
        <translation>LRP α1 β0</translation>
    </message>
    <message>
        <source>LRP α2 β1</source>
        <translation>LRP α2 β1</translation>
    </message>
    <message>
        <source>LRP α2 β1 + flat</source>
        <translation>LRP α2 β1 + flat</translation>
    </message>
    <message>
        <source>LRP α2 β1, products ½–½</source>
        <translation>LRP α2 β1, Produkte ½–½</translation>
    </message>
    <message>
        <source>LRP α2 β1, textbook</source>
        <translation>LRP α2 β1, Lehrbuch</translation>
    </message>
    <message>
        <source>LRP α2 β1, winner takes all</source>
        <translation>LRP α2 β1, Größter erhält alles</translation>
    </message>
    <message>
        <source>LRP γ 0.25</source>
        <translation>LRP γ 0.25</translation>
    </message>
    <message>
        <source>LRP γ 0.25, products ½–½</source>
        <translation>LRP γ 0.25, Produkte ½–½</translation>
    </message>
    <message>
        <source>LRP ε</source>
        <translation>LRP ε</translation>
    </message>
    <message>
        <source>LRP ε + z⁺ + flat</source>
        <translation>LRP ε + z⁺ + flat</translation>
    </message>
    <message>
        <source>LRP ε + γ + zᴮ</source>
        <translation>LRP ε + γ + zᴮ</translation>
    </message>
    <message>
        <source>LRP ε, products ½–½</source>
        <translation>LRP ε, Produkte ½–½</translation>
    </message>
    <message>
        <source>LRP ε, γ 0.25 on convolutions</source>
        <translation>LRP ε, γ 0.25 auf Faltungen</translation>
    </message>
    <message>
        <source>LRP ε, γ 0.25 on convolutions, products ½–½</source>
        <translation>LRP ε, γ 0.25 auf Faltungen, Produkte ½–½</translation>
    </message>
    <message>
        <source>Lab converted to sRGB</source>
        <translation>Lab in sRGB umgewandelt</translation>
    </message>
    <message>
        <source>Lab could not be converted</source>
        <translation>Lab konnte nicht umgewandelt werden</translation>
    </message>
    <message>
        <source>Later ones describe layers in another way.</source>
        <translation>Spätere beschreiben Schichten auf andere Weise.</translation>
    </message>
    <message>
        <source>Leave height, width and channels out, or correct them.</source>
        <translation>Lassen Sie Höhe, Breite und Kanäle weg, oder berichtigen Sie sie.</translation>
    </message>
    <message>
        <source>Leave one of them out.</source>
        <translation>Lassen Sie davon eines weg.</translation>
    </message>
    <message>
        <source>List them with: deepintro report --list</source>
        <translation>Zeigen Sie sie mit: deepintro report --list</translation>
    </message>
    <message>
        <source>Lists can hold convolution, linear, batch and group normalisation, and PReLU. Ask the network&apos;s author for an ONNX or TorchScript file.</source>
        <translation>Listen können Faltungen, lineare Schichten, Batch- und Gruppennormalisierung und PReLU enthalten. Bitten Sie die Autoren des Modells um eine ONNX- oder TorchScript-Datei.</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
    <message>
        <source>Loading the TorchScript network</source>
        <translation>Das TorchScript-Netz wird geladen</translation>
    </message>
    <message>
        <source>Looking at the layers</source>
        <translation>Die Schichten werden untersucht</translation>
    </message>
    <message>
        <source>Looking for sample pictures</source>
        <translation>Passende Beispielbilder werden gesucht</translation>
    </message>
    <message>
        <source>Looking through the Keras network</source>
        <translation>Das Keras-Netz wird durchgesehen</translation>
    </message>
    <message>
        <source>Looking through the TensorFlow graph</source>
        <translation>Der TensorFlow-Graph wird durchgesehen</translation>
    </message>
    <message>
        <source>Looking through the TorchScript network</source>
        <translation>Das TorchScript-Netz wird durchgesehen</translation>
    </message>
    <message>
        <source>Looking through the exported program</source>
        <translation>Das exportierte Programm wird durchgesehen</translation>
    </message>
    <message>
        <source>Made with other versions, the numbers can differ a little: {0}.</source>
        <translation>Mit anderen Versionen gemacht; die Zahlen können etwas abweichen: {0}.</translation>
    </message>
    <message>
        <source>Make the features again.</source>
        <translation>Bilden Sie die Merkmale erneut.</translation>
    </message>
    <message>
        <source>Mean and std need one number per channel.</source>
        <translation>Mittelwert und Streuung brauchen eine Zahl je Kanal.</translation>
    </message>
    <message>
        <source>Mean colour</source>
        <translation>Mittlere Farbe</translation>
    </message>
    <message>
        <source>Mean of samples</source>
        <translation>Mittel von Beispielen</translation>
    </message>
    <message>
        <source>Memory was short: {0} at once.</source>
        <translation>Der Speicher war knapp: {0} auf einmal.</translation>
    </message>
    <message>
        <source>Merge level</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Minimum size</source>
        <translation>Mindestgröße</translation>
    </message>
    <message>
        <source>Name features of this image only.</source>
        <translation>Nennen Sie nur Merkmale dieses Bildes.</translation>
    </message>
    <message>
        <source>Name height, width and channels of its pictures as preprocessing, or ask its author for them.</source>
        <translation>Nennen Sie Höhe, Breite und Kanäle seiner Bilder als Aufbereitung, oder fragen Sie seine Autoren danach.</translation>
    </message>
    <message>
        <source>Name it {0} again and choose its folder.</source>
        <translation>Nennen Sie es wieder {0}, und wählen Sie seinen Ordner.</translation>
    </message>
    <message>
        <source>Name one of them, for example resnet18, or list the layers in order.</source>
        <translation>Nennen Sie eine davon, zum Beispiel resnet18, oder listen Sie die Schichten in ihrer Reihenfolge auf.</translation>
    </message>
    <message>
        <source>Name the right one as weights.</source>
        <translation>Nennen Sie die richtige als Gewichte.</translation>
    </message>
    <message>
        <source>Networks of Keras that are called {0} are usually given {1}. Ask its author whether this one is, too; the file does not say it.</source>
        <translation>Keras-Netze mit dem Namen {0} erhalten gewöhnlich {1}. Fragen Sie die Autoren, ob das auch hier so ist; die Datei sagt es nicht.</translation>
    </message>
    <message>
        <source>Networks of TensorFlow and Keras cannot be opened here.</source>
        <translation>Netze von TensorFlow und Keras können hier nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>No .index file is there.</source>
        <translation>Es ist keine .index-Datei da.</translation>
    </message>
    <message>
        <source>No feature was found.</source>
        <translation>Es wurde kein Merkmal gefunden.</translation>
    </message>
    <message>
        <source>No fitting {0} file lies beside it.</source>
        <translation>Keine passende {0}-Datei liegt daneben.</translation>
    </message>
    <message>
        <source>No layer with weights in its graph depends on an input.</source>
        <translation>Keine Schicht mit Gewichten in seinem Graphen hängt von einer Eingabe ab.</translation>
    </message>
    <message>
        <source>No relevance can reach the picture.</source>
        <translation>Keine Relevanz kann das Bild erreichen.</translation>
    </message>
    <message>
        <source>No relevance reaches the picture: the answer for this class does not depend on it.</source>
        <translation>Keine Relevanz erreicht das Bild: Die Antwort für diese Klasse hängt nicht davon ab.</translation>
    </message>
    <message>
        <source>Node {0} ({1}) failed: {2}.</source>
        <translation>Knoten {0} ({1}) ist fehlgeschlagen: {2}.</translation>
    </message>
    <message>
        <source>Node {0} ({1}) has an output that is not computed.</source>
        <translation>Knoten {0} ({1}) hat eine Ausgabe, die nicht berechnet wird.</translation>
    </message>
    <message>
        <source>Node {0} ({1}) takes its weights from the picture.</source>
        <translation>Knoten {0} ({1}) nimmt seine Gewichte aus dem Bild.</translation>
    </message>
    <message>
        <source>Node {0}: {1}.</source>
        <translation>Knoten {0}: {1}.</translation>
    </message>
    <message>
        <source>None has the SHA-256 {0}….</source>
        <translation>Keines hat die SHA-256 {0}….</translation>
    </message>
    <message>
        <source>Not known here: {0}. {1}</source>
        <translation>Hier nicht bekannt: {0}. {1}</translation>
    </message>
    <message>
        <source>Not there: {0}{1}.</source>
        <translation>Nicht da: {0}{1}.</translation>
    </message>
    <message>
        <source>Nothing computes these values: {0}.</source>
        <translation>Diese Werte berechnet nichts: {0}.</translation>
    </message>
    <message>
        <source>Nothing produces {0}.</source>
        <translation>Nichts erzeugt {0}.</translation>
    </message>
    <message>
        <source>Of {0} checkpoints in the folder, the latest is in use: {1}.</source>
        <translation>Von {0} Checkpoints im Ordner wird der neueste verwendet: {1}.</translation>
    </message>
    <message>
        <source>Of {0} checkpoints in the folder, the one in use is {1}.</source>
        <translation>Von {0} Checkpoints im Ordner wird {1} verwendet.</translation>
    </message>
    <message>
        <source>On ordinary pictures its result is infinite or undefined.</source>
        <translation>Bei gewöhnlichen Bildern ist sein Ergebnis unendlich oder nicht bestimmt.</translation>
    </message>
    <message>
        <source>One is of the class {0}, as quantised networks have them. Nobody can look inside.</source>
        <translation>Einer gehört zur Klasse {0}, wie bei quantisierten Modellen. Niemand kann hineinsehen.</translation>
    </message>
    <message>
        <source>Only TensorFlow keeps networks as folders, with saved_model.pb or a checkpoint in them.</source>
        <translation>Nur TensorFlow bewahrt Modelle als Ordner auf, mit saved_model.pb oder einem Checkpoint darin.</translation>
    </message>
    <message>
        <source>Only axis 1 (the whole sample) is known.</source>
        <translation>Bekannt ist nur Achse 1 (das ganze Beispiel).</translation>
    </message>
    <message>
        <source>Only data and loss layers take part in the test phase.</source>
        <translation>In der Testphase sind nur Daten- und Verlustschichten beteiligt.</translation>
    </message>
    <message>
        <source>Only networks that look at one picture can be explained.</source>
        <translation>Nur Modelle, die ein einziges Bild betrachten, können erklärt werden.</translation>
    </message>
    <message>
        <source>Only networks that look at one picture can be explained; ask for one with that input alone.</source>
        <translation>Nur Modelle, die ein einziges Bild betrachten, können erklärt werden; bitten Sie um eines mit nur dieser Eingabe.</translation>
    </message>
    <message>
        <source>Only networks that look at one picture can be explained; export it with that input alone.</source>
        <translation>Nur Modelle, die ein einziges Bild betrachten, können erklärt werden; exportieren Sie es mit nur dieser Eingabe.</translation>
    </message>
    <message>
        <source>Only smaller networks can be opened.</source>
        <translation>Nur kleinere Modelle können geöffnet werden.</translation>
    </message>
    <message>
        <source>Only two-dimensional convolutions over the channels are known.</source>
        <translation>Bekannt sind nur zweidimensionale Faltungen über die Kanäle.</translation>
    </message>
    <message>
        <source>Open another project and add it there.</source>
        <translation>Öffnen Sie ein anderes Projekt, und fügen Sie es dort hinzu.</translation>
    </message>
    <message>
        <source>Open another project.</source>
        <translation>Öffnen Sie ein anderes Projekt.</translation>
    </message>
    <message>
        <source>Open the form again.</source>
        <translation>Öffnen Sie das Formular noch einmal.</translation>
    </message>
    <message>
        <source>Open the list again.</source>
        <translation>Öffnen Sie die Liste noch einmal.</translation>
    </message>
    <message>
        <source>Opening the network</source>
        <translation>Das Modell wird geöffnet</translation>
    </message>
    <message>
        <source>PNG, JPEG, TIFF, GIF, BMP, WebP, PPM, DICOM and NIfTI</source>
        <translation>PNG, JPEG, TIFF, GIF, BMP, WebP, PPM, DICOM und NIfTI</translation>
    </message>
    <message>
        <source>Part of the weights of {0} is missing.</source>
        <translation>Ein Teil der Gewichte von {0} fehlt.</translation>
    </message>
    <message>
        <source>Perhaps flatten, a pooling layer or padding is missing in the list, or pictures have an unusual size; then name their height and width as preprocessing.</source>
        <translation>Vielleicht fehlt in der Liste flatten, eine Pooling-Schicht oder Padding, oder die Bilder haben eine ungewöhnliche Größe; nennen Sie dann deren Höhe und Breite als Aufbereitung.</translation>
    </message>
    <message>
        <source>Pixelise</source>
        <translation>Verpixeln</translation>
    </message>
    <message>
        <source>Positive and negative relevance cancel (sizes sum to {0}); a noisy map.</source>
        <translation>Positive und negative Relevanz heben sich auf (Summe der Beträge {0}); eine verrauschte Karte.</translation>
    </message>
    <message>
        <source>Predicted</source>
        <translation>Vorhergesagt</translation>
    </message>
    <message>
        <source>Predicting</source>
        <translation>Vorhersage läuft</translation>
    </message>
    <message>
        <source>Prediction and occlusion may still work; relevance and gradients do not.</source>
        <translation>Vorhersage und Verdecken können trotzdem möglich sein; Relevanz und Gradienten nicht.</translation>
    </message>
    <message>
        <source>Prediction and occlusion work as usual.</source>
        <translation>Vorhersage und Verdecken sind wie gewohnt möglich.</translation>
    </message>
    <message>
        <source>Put all .data files of the checkpoint into its folder.</source>
        <translation>Legen Sie alle .data-Dateien des Checkpoints in seinen Ordner.</translation>
    </message>
    <message>
        <source>Put all files of the checkpoint into one folder, or ask the network&apos;s author for them.</source>
        <translation>Legen Sie alle Dateien des Checkpoints in einen Ordner, oder bitten Sie die Autoren des Modells darum.</translation>
    </message>
    <message>
        <source>Put all files of the checkpoint into one folder: .meta, .index and every .data file.</source>
        <translation>Legen Sie alle Dateien des Checkpoints in einen Ordner: .meta, .index und jede .data-Datei.</translation>
    </message>
    <message>
        <source>Put it into the same folder as the network.</source>
        <translation>Legen Sie sie in denselben Ordner wie das Modell.</translation>
    </message>
    <message>
        <source>Put the .caffemodel beside the .prototxt, or name it.</source>
        <translation>Legen Sie die .caffemodel-Datei neben die .prototxt-Datei, oder nennen Sie sie.</translation>
    </message>
    <message>
        <source>Put the .meta file that was saved together with these weights into the folder.</source>
        <translation>Legen Sie die .meta-Datei in den Ordner, die zusammen mit diesen Gewichten gespeichert wurde.</translation>
    </message>
    <message>
        <source>Put the {0} file into the same folder, or name it.</source>
        <translation>Legen Sie die {0}-Datei in denselben Ordner, oder nennen Sie sie.</translation>
    </message>
    <message>
        <source>PyTorch says: {0}.</source>
        <translation>PyTorch sagt: {0}.</translation>
    </message>
    <message>
        <source>Random pixels</source>
        <translation>Zufällige Pixel</translation>
    </message>
    <message>
        <source>Raw values</source>
        <translation>Rohwerte</translation>
    </message>
    <message>
        <source>Reading it would load additional programs from this computer.</source>
        <translation>Zum Lesen würden zusätzliche Programme von diesem Rechner geladen.</translation>
    </message>
    <message>
        <source>Reading labels</source>
        <translation>Klassennamen werden gelesen</translation>
    </message>
    <message>
        <source>Reading the Caffe network</source>
        <translation>Das Caffe-Netz wird gelesen</translation>
    </message>
    <message>
        <source>Reading the Keras network</source>
        <translation>Das Keras-Netz wird gelesen</translation>
    </message>
    <message>
        <source>Reading the ONNX network</source>
        <translation>Das ONNX-Netz wird gelesen</translation>
    </message>
    <message>
        <source>Reading the SavedModel</source>
        <translation>Das SavedModel wird gelesen</translation>
    </message>
    <message>
        <source>Reading the TensorFlow checkpoint</source>
        <translation>Der TensorFlow-Checkpoint wird gelesen</translation>
    </message>
    <message>
        <source>Reading the TensorFlow graph</source>
        <translation>Der TensorFlow-Graph wird gelesen</translation>
    </message>
    <message>
        <source>Reading the exported program</source>
        <translation>Das exportierte Programm wird gelesen</translation>
    </message>
    <message>
        <source>Reading the weights</source>
        <translation>Die Gewichte werden gelesen</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>Rechteck</translation>
    </message>
    <message>
        <source>Remove it from the library and add its file again.</source>
        <translation>Entfernen Sie den Eintrag aus der Bibliothek, und fügen Sie die Datei erneut hinzu.</translation>
    </message>
    <message>
        <source>Repetition {0} of {1}</source>
        <translation>Wiederholung {0} von {1}</translation>
    </message>
    <message>
        <source>Report of {0} explanations {1}</source>
        <translation>Bericht über {0} Erklärungen {1}</translation>
    </message>
    <message>
        <source>Report {0} {1} {2}</source>
        <translation>Bericht {0} {1} {2}</translation>
    </message>
    <message>
        <source>Resized</source>
        <translation>Skaliert</translation>
    </message>
    <message>
        <source>Restore the folder from a backup, or choose another folder with --library.</source>
        <translation>Stellen Sie den Ordner aus einer Sicherung wieder her, oder wählen Sie mit --library einen anderen.</translation>
    </message>
    <message>
        <source>Restore the folder of the library from a backup.</source>
        <translation>Stellen Sie den Ordner der Bibliothek aus einer Sicherung wieder her.</translation>
    </message>
    <message>
        <source>Restore {0} from a backup, or choose another folder with --library.</source>
        <translation>Stellen Sie {0} aus einer Sicherung wieder her, oder wählen Sie mit --library einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Run Caffe&apos;s upgrade_net_proto_text and upgrade_net_proto_binary on the two files, and import the results.</source>
        <translation>Wenden Sie upgrade_net_proto_text und upgrade_net_proto_binary von Caffe auf die beiden Dateien an, und importieren Sie die Ergebnisse.</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Save the network as one file.</source>
        <translation>Speichern Sie das Modell als eine Datei.</translation>
    </message>
    <message>
        <source>Scale and std must not be zero.</source>
        <translation>Skalierung und Streuung dürfen nicht null sein.</translation>
    </message>
    <message>
        <source>Scale, mean and std must be finite numbers.</source>
        <translation>Skalierung, Mittelwert und Streuung müssen endliche Zahlen sein.</translation>
    </message>
    <message>
        <source>Sensitivity |∂f/∂x|</source>
        <translation>Sensitivität |∂f/∂x|</translation>
    </message>
    <message>
        <source>Set use_global_stats: true in the structure, or use the deploy.prototxt.</source>
        <translation>Setzen Sie use_global_stats: true in der Struktur, oder verwenden Sie die deploy.prototxt.</translation>
    </message>
    <message>
        <source>Several files could be the other half: {0}.</source>
        <translation>Mehrere Dateien könnten die andere Hälfte sein: {0}.</translation>
    </message>
    <message>
        <source>Several of its operations have the same name.</source>
        <translation>Mehrere seiner Operationen haben denselben Namen.</translation>
    </message>
    <message>
        <source>Shapes {0} and {1} do not fit.</source>
        <translation>Die Formen {0} und {1} passen nicht zusammen.</translation>
    </message>
    <message>
        <source>Shorten it.</source>
        <translation>Kürzen Sie sie.</translation>
    </message>
    <message>
        <source>Simplifying the network</source>
        <translation>Das Modell wird vereinfacht</translation>
    </message>
    <message>
        <source>Soft tissue</source>
        <translation>Weichteile</translation>
    </message>
    <message>
        <source>Some of its entries are missing or make no sense.</source>
        <translation>Einige Einträge fehlen oder sind sinnlos.</translation>
    </message>
    <message>
        <source>Some of its tensors are pickled objects.</source>
        <translation>Einige seiner Tensoren sind Pickle-Objekte.</translation>
    </message>
    <message>
        <source>Something went wrong inside the program.</source>
        <translation>Im Programm ist etwas schiefgegangen.</translation>
    </message>
    <message>
        <source>State the size of the input.</source>
        <translation>Geben Sie die Größe der Eingabe an.</translation>
    </message>
    <message>
        <source>Store its weights in full.</source>
        <translation>Speichern Sie seine Gewichte vollständig.</translation>
    </message>
    <message>
        <source>Structure and weights do not belong together.</source>
        <translation>Struktur und Gewichte gehören nicht zusammen.</translation>
    </message>
    <message>
        <source>Such files can only be read by running what is in them.</source>
        <translation>Solche Dateien lassen sich nur lesen, indem ihr Inhalt ausgeführt wird.</translation>
    </message>
    <message>
        <source>Taking in {0}</source>
        <translation>{0} wird übernommen</translation>
    </message>
    <message>
        <source>TensorFlow itself reads such folders only for tests.</source>
        <translation>TensorFlow selbst liest solche Ordner nur für Tests.</translation>
    </message>
    <message>
        <source>TensorFlow keeps them in {0}.data-00000-of-00001, which is not beside the index.</source>
        <translation>TensorFlow bewahrt sie in {0}.data-00000-of-00001 auf; die Datei liegt nicht neben dem Index.</translation>
    </message>
    <message>
        <source>TensorFlow keeps them in {0}{1} and {2}.data-00000-of-00001, which do not lie beside it.</source>
        <translation>TensorFlow bewahrt sie in {0}{1} und {2}.data-00000-of-00001 auf; sie liegen nicht daneben.</translation>
    </message>
    <message>
        <source>TensorFlow reads it only as {0}, in a folder with its variables.</source>
        <translation>TensorFlow liest es nur als {0}, in einem Ordner mit seinen Variablen.</translation>
    </message>
    <message>
        <source>TensorFlow says: {0}.</source>
        <translation>TensorFlow sagt: {0}.</translation>
    </message>
    <message>
        <source>The ONNX file holds no network.</source>
        <translation>Die ONNX-Datei enthält kein Netz.</translation>
    </message>
    <message>
        <source>The ONNX network in it cannot be decoded.</source>
        <translation>Das ONNX-Netz darin lässt sich nicht entschlüsseln.</translation>
    </message>
    <message>
        <source>The ONNX network is not valid.</source>
        <translation>Das ONNX-Netz ist nicht gültig.</translation>
    </message>
    <message>
        <source>The SavedModel does not say how it is used.</source>
        <translation>Das SavedModel sagt nicht, wie es verwendet wird.</translation>
    </message>
    <message>
        <source>The SavedModel has no signature called {0}.</source>
        <translation>Das SavedModel hat keine Signatur namens {0}.</translation>
    </message>
    <message>
        <source>The TensorFlow graph in it cannot be decoded.</source>
        <translation>Der TensorFlow-Graph darin lässt sich nicht entschlüsseln.</translation>
    </message>
    <message>
        <source>The answer has {0} characters.</source>
        <translation>Die Antwort hat {0} Zeichen.</translation>
    </message>
    <message>
        <source>The archive in it cannot be read to its end.</source>
        <translation>Das Archiv darin lässt sich nicht bis zum Ende lesen.</translation>
    </message>
    <message>
        <source>The bytes are not an ONNX network.</source>
        <translation>Die Bytes sind kein ONNX-Netz.</translation>
    </message>
    <message>
        <source>The bytes are not those of a .caffemodel</source>
        <translation>Die Bytes sind nicht die einer .caffemodel-Datei</translation>
    </message>
    <message>
        <source>The checkpoint</source>
        <translation>Der Checkpoint</translation>
    </message>
    <message>
        <source>The checkpoint also holds averages of the weights; the weights themselves are used.</source>
        <translation>Der Checkpoint enthält auch Mittel der Gewichte; verwendet werden die Gewichte selbst.</translation>
    </message>
    <message>
        <source>The code in it is larger than that of any network.</source>
        <translation>Der Code darin ist größer als der jedes Modells.</translation>
    </message>
    <message>
        <source>The content of {0} is damaged: {1}.</source>
        <translation>Der Inhalt von {0} ist beschädigt: {1}.</translation>
    </message>
    <message>
        <source>The content of {0} is missing: {1}.</source>
        <translation>Der Inhalt von {0} fehlt: {1}.</translation>
    </message>
    <message>
        <source>The converted network</source>
        <translation>Das umgewandelte Modell</translation>
    </message>
    <message>
        <source>The converter says: {0}.</source>
        <translation>Das Umwandlungsprogramm sagt: {0}.</translation>
    </message>
    <message>
        <source>The database file cannot be opened.</source>
        <translation>Die Datenbankdatei kann nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>The database is damaged: {0}.</source>
        <translation>Die Datenbank ist beschädigt: {0}.</translation>
    </message>
    <message>
        <source>The description of its layers cannot be read.</source>
        <translation>Die Beschreibung seiner Schichten kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The description of its layers is larger or more deeply nested than that of any real network.</source>
        <translation>Die Beschreibung seiner Schichten ist größer oder tiefer verschachtelt als die jedes echten Modells.</translation>
    </message>
    <message>
        <source>The device {0} cannot be used.</source>
        <translation>Das Gerät {0} kann nicht verwendet werden.</translation>
    </message>
    <message>
        <source>The device {0} could not be used; predictions run on the processor.</source>
        <translation>Das Gerät {0} konnte nicht verwendet werden; Vorhersagen laufen auf dem Prozessor.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Der Datenträger ist voll.</translation>
    </message>
    <message>
        <source>The disk reports an error.</source>
        <translation>Der Datenträger meldet einen Fehler.</translation>
    </message>
    <message>
        <source>The entry of the network “{0}” is damaged.</source>
        <translation>Der Eintrag des Modells „{0}“ ist beschädigt.</translation>
    </message>
    <message>
        <source>The entry of the {0} “{1}” is damaged.</source>
        <translation>Der Eintrag „{1}“ ({0}) ist beschädigt.</translation>
    </message>
    <message>
        <source>The features are {0}.</source>
        <translation>Die Merkmale sind {0}.</translation>
    </message>
    <message>
        <source>The features do not belong to this picture.</source>
        <translation>Die Merkmale gehören nicht zu diesem Bild.</translation>
    </message>
    <message>
        <source>The file does not say how pixels are prepared.</source>
        <translation>Die Datei sagt nicht, wie Pixel aufbereitet werden.</translation>
    </message>
    <message>
        <source>The file holds several things; the weights are those under {0}.</source>
        <translation>Die Datei enthält mehreres; die Gewichte sind die unter {0}.</translation>
    </message>
    <message>
        <source>The file is cut short</source>
        <translation>Die Datei ist abgeschnitten</translation>
    </message>
    <message>
        <source>The file is damaged or incomplete; ask for it again.</source>
        <translation>Die Datei ist beschädigt oder unvollständig; bitten Sie erneut darum.</translation>
    </message>
    <message>
        <source>The file is damaged: ask the network&apos;s author for it again.</source>
        <translation>Die Datei ist beschädigt: Bitten Sie die Autoren des Modells erneut darum.</translation>
    </message>
    <message>
        <source>The file is probably damaged: copy or download it again, or ask the network&apos;s author for an ONNX export of it.</source>
        <translation>Die Datei ist vermutlich beschädigt: Kopieren oder laden Sie sie erneut, oder bitten Sie die Autoren des Modells um einen ONNX-Export.</translation>
    </message>
    <message>
        <source>The file may be damaged, or its input size may be wrong.</source>
        <translation>Die Datei kann beschädigt oder ihre Eingabegröße falsch sein.</translation>
    </message>
    <message>
        <source>The file may be damaged, or its preprocessing is another one.</source>
        <translation>Die Datei kann beschädigt oder ihre Aufbereitung eine andere sein.</translation>
    </message>
    <message>
        <source>The file may be damaged. Ask the network&apos;s author for an ONNX export of it.</source>
        <translation>Die Datei kann beschädigt sein. Bitten Sie die Autoren des Modells um einen ONNX-Export.</translation>
    </message>
    <message>
        <source>The file may be damaged. Ask the network&apos;s author to save it again, or for an ONNX export.</source>
        <translation>Die Datei kann beschädigt sein. Bitten Sie die Autoren des Modells, sie neu zu speichern, oder um einen ONNX-Export.</translation>
    </message>
    <message>
        <source>The file may be damaged; export the network again.</source>
        <translation>Die Datei kann beschädigt sein; exportieren Sie das Modell erneut.</translation>
    </message>
    <message>
        <source>The first model</source>
        <translation>Das erste Modell</translation>
    </message>
    <message>
        <source>The folder may not be written.</source>
        <translation>In den Ordner darf nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The folder {0} is not a network.</source>
        <translation>Der Ordner {0} ist kein Modell.</translation>
    </message>
    <message>
        <source>The form is empty.</source>
        <translation>Das Formular ist leer.</translation>
    </message>
    <message>
        <source>The form “{0}” has no question {1}.</source>
        <translation>Das Formular „{0}“ hat keine Frage {1}.</translation>
    </message>
    <message>
        <source>The functions in this network cannot be written out.</source>
        <translation>Die Funktionen in diesem Modell lassen sich nicht ausschreiben.</translation>
    </message>
    <message>
        <source>The given mean</source>
        <translation>Der angegebene Mittelwert</translation>
    </message>
    <message>
        <source>The gradient of this class is zero or not a number, so no pixel stands out.</source>
        <translation>Der Gradient dieser Klasse ist null oder keine Zahl, daher ragt kein Pixel heraus.</translation>
    </message>
    <message>
        <source>The graph is that of {0}.</source>
        <translation>Der Graph ist der von {0}.</translation>
    </message>
    <message>
        <source>The helper said {0}.</source>
        <translation>Das Hilfsprogramm sagte {0}.</translation>
    </message>
    <message>
        <source>The helper that was reading it broke down ({0}); nothing else was touched.</source>
        <translation>Das Hilfsprogramm, das es las, ist abgestürzt ({0}); sonst wurde nichts berührt.</translation>
    </message>
    <message>
        <source>The image “{0}” is not in the library any more.</source>
        <translation>Das Bild „{0}“ ist nicht mehr in der Bibliothek.</translation>
    </message>
    <message>
        <source>The input specification is not usable.</source>
        <translation>Die Beschreibung der Eingabe ist nicht verwendbar.</translation>
    </message>
    <message>
        <source>The labels file {0} does not exist.</source>
        <translation>Die Datei {0} mit Klassennamen gibt es nicht.</translation>
    </message>
    <message>
        <source>The labels in {0} do not fit the network.</source>
        <translation>Die Klassennamen in {0} passen nicht zum Modell.</translation>
    </message>
    <message>
        <source>The largest difference is {0} ({1} of the largest logit); at most {2} is accepted.</source>
        <translation>Der größte Unterschied ist {0} ({1} des größten Logits); erlaubt ist höchstens {2}.</translation>
    </message>
    <message>
        <source>The layer {0} cannot be a {1} as it is described.</source>
        <translation>Die Schicht {0} kann so, wie sie beschrieben ist, keine {1} sein.</translation>
    </message>
    <message>
        <source>The layer {0} cannot be converted.</source>
        <translation>Die Schicht {0} lässt sich nicht umwandeln.</translation>
    </message>
    <message>
        <source>The layer {0} cannot be used.</source>
        <translation>Die Schicht {0} kann nicht verwendet werden.</translation>
    </message>
    <message>
        <source>The layer {0} depends on the other pictures of a batch.</source>
        <translation>Die Schicht {0} hängt von den anderen Bildern eines Stapels ab.</translation>
    </message>
    <message>
        <source>The layer {0} has no unit {1}.</source>
        <translation>Die Schicht {0} hat keine Einheit {1}.</translation>
    </message>
    <message>
        <source>The layer {0} has nothing to work on.</source>
        <translation>Die Schicht {0} hat nichts zu verarbeiten.</translation>
    </message>
    <message>
        <source>The layer {0} is of a kind that a list cannot hold.</source>
        <translation>Die Schicht {0} ist von einer Art, die eine Liste nicht enthalten kann.</translation>
    </message>
    <message>
        <source>The layers do not fit each other.</source>
        <translation>Die Schichten passen nicht zueinander.</translation>
    </message>
    <message>
        <source>The library can only be read.</source>
        <translation>Die Bibliothek kann nur gelesen werden.</translation>
    </message>
    <message>
        <source>The library has no {0}s.</source>
        <translation>Die Bibliothek enthält keinen Eintrag der Art {0}.</translation>
    </message>
    <message>
        <source>The library has {0}{1}.</source>
        <translation>Die Bibliothek enthält {0}{1}.</translation>
    </message>
    <message>
        <source>The library in {0} cannot be used.</source>
        <translation>Die Bibliothek in {0} kann nicht verwendet werden.</translation>
    </message>
    <message>
        <source>The library in {0} was made by a newer version of the program.</source>
        <translation>Die Bibliothek in {0} stammt von einer neueren Version des Programms.</translation>
    </message>
    <message>
        <source>The list of layers cannot be read.</source>
        <translation>Die Liste der Schichten kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The list of layers is empty.</source>
        <translation>Die Liste der Schichten ist leer.</translation>
    </message>
    <message>
        <source>The list of layers is not complete.</source>
        <translation>Die Liste der Schichten ist nicht vollständig.</translation>
    </message>
    <message>
        <source>The mean colour of the training pictures of {0} is not known.</source>
        <translation>Die mittlere Farbe der Trainingsbilder von {0} ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The mean file {0} does not exist.</source>
        <translation>Die Mittelwertdatei {0} gibt es nicht.</translation>
    </message>
    <message>
        <source>The mean is given twice.</source>
        <translation>Der Mittelwert ist zweimal angegeben.</translation>
    </message>
    <message>
        <source>The mean of samples needs at least one picture that the network assigns to each class.</source>
        <translation>Das Mittel von Beispielen braucht für jede Klasse mindestens ein Bild, das das Modell ihr zuordnet.</translation>
    </message>
    <message>
        <source>The mean picture {0} is used as one mean per channel; probabilities can differ in the third digit.</source>
        <translation>Das Mittelwertbild {0} wird als ein Mittelwert je Kanal verwendet; Wahrscheinlichkeiten können sich in der dritten Stelle unterscheiden.</translation>
    </message>
    <message>
        <source>The memory is full.</source>
        <translation>Der Speicher ist voll.</translation>
    </message>
    <message>
        <source>The memory of {0} was too small; predictions run on the processor.</source>
        <translation>Der Speicher von {0} war zu klein; Vorhersagen laufen auf dem Prozessor.</translation>
    </message>
    <message>
        <source>The memory was too small for {0} pictures at once; now {1}.</source>
        <translation>Der Speicher war zu klein für {0} Bilder auf einmal; jetzt sind es {1}.</translation>
    </message>
    <message>
        <source>The merge level lies between 0 and 1, not at {0}.</source>
        <translation>Der Verbindungsgrad liegt zwischen 0 und 1, nicht bei {0}.</translation>
    </message>
    <message>
        <source>The minimum size must be at least 1 pixel, not {0}.</source>
        <translation>Die Mindestgröße muss mindestens 1 Pixel betragen, nicht {0}.</translation>
    </message>
    <message>
        <source>The network</source>
        <translation>Das Modell</translation>
    </message>
    <message>
        <source>The network accepts pictures of several sizes</source>
        <translation>Das Modell nimmt Bilder verschiedener Größen</translation>
    </message>
    <message>
        <source>The network and one picture do not fit.</source>
        <translation>Das Modell und ein Bild passen nicht hinein.</translation>
    </message>
    <message>
        <source>The network calls a part of itself that is not there.</source>
        <translation>Das Modell ruft einen Teil von sich auf, der nicht da ist.</translation>
    </message>
    <message>
        <source>The network can be predicted, but not explained.</source>
        <translation>Das Modell kann vorhersagen, aber nicht erklärt werden.</translation>
    </message>
    <message>
        <source>The network cannot be converted.</source>
        <translation>Das Modell lässt sich nicht umwandeln.</translation>
    </message>
    <message>
        <source>The network cannot be explained.</source>
        <translation>Das Modell kann nicht erklärt werden.</translation>
    </message>
    <message>
        <source>The network cannot be loaded.</source>
        <translation>Das Modell kann nicht geladen werden.</translation>
    </message>
    <message>
        <source>The network cannot be read.</source>
        <translation>Das Modell kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The network cannot be run.</source>
        <translation>Das Modell kann nicht ausgeführt werden.</translation>
    </message>
    <message>
        <source>The network computes sizes that are not known beforehand.</source>
        <translation>Das Modell berechnet Größen, die vorher nicht bekannt sind.</translation>
    </message>
    <message>
        <source>The network contradicts itself.</source>
        <translation>Das Modell widerspricht sich.</translation>
    </message>
    <message>
        <source>The network does not classify pictures.</source>
        <translation>Das Modell klassifiziert keine Bilder.</translation>
    </message>
    <message>
        <source>The network does not fit into the memory of this machine.</source>
        <translation>Das Modell passt nicht in den Speicher dieses Rechners.</translation>
    </message>
    <message>
        <source>The network does not give numbers.</source>
        <translation>Das Modell gibt keine Zahlen aus.</translation>
    </message>
    <message>
        <source>The network does not give one row of numbers per picture.</source>
        <translation>Das Modell gibt nicht je Bild eine Zeile von Zahlen aus.</translation>
    </message>
    <message>
        <source>The network does not have exactly one input.</source>
        <translation>Das Modell hat nicht genau eine Eingabe.</translation>
    </message>
    <message>
        <source>The network does not look at an ordinary picture.</source>
        <translation>Das Modell betrachtet kein gewöhnliches Bild.</translation>
    </message>
    <message>
        <source>The network does not run.</source>
        <translation>Das Modell läuft nicht.</translation>
    </message>
    <message>
        <source>The network does not say how many colour channels its picture has.</source>
        <translation>Das Modell sagt nicht, wie viele Farbkanäle sein Bild hat.</translation>
    </message>
    <message>
        <source>The network does not take a picture.</source>
        <translation>Das Modell nimmt kein Bild auf.</translation>
    </message>
    <message>
        <source>The network ends in a {0} that cannot be taken off: there is no logit.</source>
        <translation>Das Modell endet mit {0}, das sich nicht abnehmen lässt: Es gibt kein Logit.</translation>
    </message>
    <message>
        <source>The network gives one number; it is taken as the evidence (logit) for class 1 against class 0.</source>
        <translation>Das Modell gibt eine einzige Zahl aus; sie gilt als Evidenz (Logit) für Klasse 1 gegen Klasse 0.</translation>
    </message>
    <message>
        <source>The network gives one probability; it is shown as two classes, 0 (no) and 1 (yes).</source>
        <translation>Das Modell gibt eine einzige Wahrscheinlichkeit aus; sie wird als zwei Klassen gezeigt, 0 (nein) und 1 (ja).</translation>
    </message>
    <message>
        <source>The network has no class {0}.</source>
        <translation>Das Modell hat keine Klasse {0}.</translation>
    </message>
    <message>
        <source>The network has no layer {0}.</source>
        <translation>Das Modell hat keine Schicht {0}.</translation>
    </message>
    <message>
        <source>The network has no output called {0}.</source>
        <translation>Das Modell hat keine Ausgabe namens {0}.</translation>
    </message>
    <message>
        <source>The network has no tensor called {0}.</source>
        <translation>Das Modell hat keinen Tensor namens {0}.</translation>
    </message>
    <message>
        <source>The network has no {0} called {1}.</source>
        <translation>Das Modell hat keinen Eintrag ({0}) namens {1}.</translation>
    </message>
    <message>
        <source>The network has one class only.</source>
        <translation>Das Modell hat nur eine Klasse.</translation>
    </message>
    <message>
        <source>The network has several ends; {0} is used, not {1}.</source>
        <translation>Das Modell hat mehrere Enden; verwendet wird {0}, nicht {1}.</translation>
    </message>
    <message>
        <source>The network has several outputs that could be classes.</source>
        <translation>Das Modell hat mehrere Ausgaben, die Klassen sein könnten.</translation>
    </message>
    <message>
        <source>The network has several outputs; {0} is used, not {1}.</source>
        <translation>Das Modell hat mehrere Ausgaben; verwendet wird {0}, nicht {1}.</translation>
    </message>
    <message>
        <source>The network has {0} classes, numbered 0 to {1}.</source>
        <translation>Das Modell hat {0} Klassen, nummeriert von 0 bis {1}.</translation>
    </message>
    <message>
        <source>The network holds a constant of an unsupported type.</source>
        <translation>Das Modell enthält eine Konstante eines nicht unterstützten Typs.</translation>
    </message>
    <message>
        <source>The network holds sparse weights.</source>
        <translation>Das Modell enthält dünn besetzte Gewichte.</translation>
    </message>
    <message>
        <source>The network holds values of an unsupported type.</source>
        <translation>Das Modell enthält Werte eines nicht unterstützten Typs.</translation>
    </message>
    <message>
        <source>The network in the explanation engine</source>
        <translation>Das Modell im Rechenkern der Erklärungen</translation>
    </message>
    <message>
        <source>The network is damaged.</source>
        <translation>Das Modell ist beschädigt.</translation>
    </message>
    <message>
        <source>The network is damaged: {0} has an impossible shape.</source>
        <translation>Das Modell ist beschädigt: {0} hat eine unmögliche Form.</translation>
    </message>
    <message>
        <source>The network is damaged: {0} {1} makes no sense.</source>
        <translation>Das Modell ist beschädigt: {0} {1} ergibt keinen Sinn.</translation>
    </message>
    <message>
        <source>The network is in double precision; it was compared and is used in single precision.</source>
        <translation>Das Modell rechnet mit doppelter Genauigkeit; verglichen und verwendet wird es mit einfacher.</translation>
    </message>
    <message>
        <source>The network is too large.</source>
        <translation>Das Modell ist zu groß.</translation>
    </message>
    <message>
        <source>The network keeps its weights in it.</source>
        <translation>Das Modell bewahrt seine Gewichte darin auf.</translation>
    </message>
    <message>
        <source>The network keeps weights in another file.</source>
        <translation>Das Modell bewahrt Gewichte in einer anderen Datei auf.</translation>
    </message>
    <message>
        <source>The network leaves its input size open.</source>
        <translation>Das Modell lässt seine Eingabegröße offen.</translation>
    </message>
    <message>
        <source>The network must have exactly one input.</source>
        <translation>Das Modell muss genau eine Eingabe haben.</translation>
    </message>
    <message>
        <source>The network needs more than a picture.</source>
        <translation>Das Modell braucht mehr als ein Bild.</translation>
    </message>
    <message>
        <source>The network only takes a fixed number of pictures at once.</source>
        <translation>Das Modell nimmt nur eine feste Zahl von Bildern auf einmal.</translation>
    </message>
    <message>
        <source>The network rescales its input itself ({0}); it is given pixels {1}.</source>
        <translation>Das Modell skaliert seine Eingabe selbst ({0}); es erhält Pixel {1}.</translation>
    </message>
    <message>
        <source>The network stores sparse weights.</source>
        <translation>Das Modell speichert dünn besetzte Gewichte.</translation>
    </message>
    <message>
        <source>The network uses Caffe layers that are not known.</source>
        <translation>Das Modell verwendet unbekannte Caffe-Schichten.</translation>
    </message>
    <message>
        <source>The network uses ONNX operators of version {0}.</source>
        <translation>Das Modell verwendet ONNX-Operatoren der Version {0}.</translation>
    </message>
    <message>
        <source>The network uses TensorFlow operators that have no ONNX form.</source>
        <translation>Das Modell verwendet TensorFlow-Operatoren, die es in ONNX nicht gibt.</translation>
    </message>
    <message>
        <source>The network uses operators that are not supported.</source>
        <translation>Das Modell verwendet Operatoren, die nicht unterstützt werden.</translation>
    </message>
    <message>
        <source>The network uses operators that cannot be run.</source>
        <translation>Das Modell verwendet Operatoren, die nicht ausgeführt werden können.</translation>
    </message>
    <message>
        <source>The network uses very old ONNX operators (version {0}).</source>
        <translation>Das Modell verwendet sehr alte ONNX-Operatoren (Version {0}).</translation>
    </message>
    <message>
        <source>The network uses {0} in an unsupported way.</source>
        <translation>Das Modell verwendet {0} auf nicht unterstützte Weise.</translation>
    </message>
    <message>
        <source>The network wants to read {0}.</source>
        <translation>Das Modell will {0} lesen.</translation>
    </message>
    <message>
        <source>The network was exported for one picture at a time; an analysis takes longer for that.</source>
        <translation>Das Modell wurde für ein Bild nach dem anderen exportiert; eine Analyse dauert deshalb länger.</translation>
    </message>
    <message>
        <source>The network was traced with an input of {0} and is used with {1}. What depended on the size was fixed then: it may compute something else than its original does.</source>
        <translation>Das Modell wurde mit einer Eingabe von {0} aufgezeichnet und wird mit {1} verwendet. Was von der Größe abhing, wurde damals festgelegt: Es kann etwas anderes berechnen als sein Original.</translation>
    </message>
    <message>
        <source>The network was trained with Keras on {0}; its kernels were turned as Keras 2 does it.</source>
        <translation>Das Modell wurde mit Keras auf {0} trainiert; seine Filter wurden gedreht, wie Keras 2 es tut.</translation>
    </message>
    <message>
        <source>The network would need too much memory.</source>
        <translation>Das Modell würde zu viel Speicher brauchen.</translation>
    </message>
    <message>
        <source>The network {0} is not what the file says of it.</source>
        <translation>Das Modell {0} ist nicht das, was die Datei darüber sagt.</translation>
    </message>
    <message>
        <source>The network {0} of the replay file is not in the library.</source>
        <translation>Das Modell {0} der Datei ist nicht in der Bibliothek.</translation>
    </message>
    <message>
        <source>The network “{0}” is not in the library any more.</source>
        <translation>Das Modell „{0}“ ist nicht mehr in der Bibliothek.</translation>
    </message>
    <message>
        <source>The network&apos;s answer contains values that are not numbers.</source>
        <translation>Die Antwort des Modells enthält Werte, die keine Zahlen sind.</translation>
    </message>
    <message>
        <source>The network&apos;s answer to a picture depends on the other pictures that it gets together with it.</source>
        <translation>Die Antwort des Modells auf ein Bild hängt von den anderen Bildern ab, die es zusammen damit erhält.</translation>
    </message>
    <message>
        <source>The number of clusters must be at least 1, not {0}.</source>
        <translation>Die Zahl der Gruppen muss mindestens 1 sein, nicht {0}.</translation>
    </message>
    <message>
        <source>The operator {0} (node {1}) has no relevance rule.</source>
        <translation>Der Operator {0} (Knoten {1}) hat keine Relevanzregel.</translation>
    </message>
    <message>
        <source>The operator {0} (node {1}) has no rule for values of the picture.</source>
        <translation>Der Operator {0} (Knoten {1}) hat keine Regel für Werte des Bildes.</translation>
    </message>
    <message>
        <source>The operator {0} cannot be explained.</source>
        <translation>Der Operator {0} kann nicht erklärt werden.</translation>
    </message>
    <message>
        <source>The picture</source>
        <translation>Das Bild</translation>
    </message>
    <message>
        <source>The picture has the shape {0}, the features {1}.</source>
        <translation>Das Bild hat die Form {0}, die Merkmale haben {1}.</translation>
    </message>
    <message>
        <source>The picture size in the structure is too small for this network.</source>
        <translation>Die Bildgröße in der Struktur ist für dieses Modell zu klein.</translation>
    </message>
    <message>
        <source>The picture {0} of the replay file is not in the library.</source>
        <translation>Das Bild {0} der Datei ist nicht in der Bibliothek.</translation>
    </message>
    <message>
        <source>The pixels of {0} cannot be decoded.</source>
        <translation>Die Pixel von {0} lassen sich nicht entschlüsseln.</translation>
    </message>
    <message>
        <source>The preprocessing does not fit the network.</source>
        <translation>Die Aufbereitung passt nicht zum Modell.</translation>
    </message>
    <message>
        <source>The preprocessing object has one, and there is a mean file.</source>
        <translation>Die Aufbereitung hat einen, und es gibt eine Mittelwertdatei.</translation>
    </message>
    <message>
        <source>The preprocessing object is not usable.</source>
        <translation>Die Aufbereitung ist nicht verwendbar.</translation>
    </message>
    <message>
        <source>The preprocessing {0} is not known.</source>
        <translation>Die Aufbereitung {0} ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The program cannot read a network from it.</source>
        <translation>Das Programm kann daraus kein Modell lesen.</translation>
    </message>
    <message>
        <source>The program has too many files open.</source>
        <translation>Das Programm hat zu viele Dateien geöffnet.</translation>
    </message>
    <message>
        <source>The project is not in the library any more.</source>
        <translation>Das Projekt ist nicht mehr in der Bibliothek.</translation>
    </message>
    <message>
        <source>The project “{0}” is not in the library any more.</source>
        <translation>Das Projekt „{0}“ ist nicht mehr in der Bibliothek.</translation>
    </message>
    <message>
        <source>The question “{0}” has no answer {1}.</source>
        <translation>Die Frage „{0}“ hat keine Antwort {1}.</translation>
    </message>
    <message>
        <source>The relevance is not a finite number{0}.</source>
        <translation>Die Relevanz ist keine endliche Zahl{0}.</translation>
    </message>
    <message>
        <source>The relevance sums to {0} instead of 1; thresholds relative to the mean are off.</source>
        <translation>Die Relevanz ergibt {0} statt 1; Schwellen relativ zum Mittel stimmen nicht.</translation>
    </message>
    <message>
        <source>The report could not be written into {0}.</source>
        <translation>Der Bericht konnte nicht in {0} geschrieben werden.</translation>
    </message>
    <message>
        <source>The same picture would be another input, and the numbers would differ.</source>
        <translation>Dasselbe Bild wäre eine andere Eingabe, und die Zahlen wären andere.</translation>
    </message>
    <message>
        <source>The second model</source>
        <translation>Das zweite Modell</translation>
    </message>
    <message>
        <source>The setting “{0}” had a value that makes no sense; its default is used.</source>
        <translation>Die Einstellung „{0}“ hatte einen sinnlosen Wert; verwendet wird ihr Standardwert.</translation>
    </message>
    <message>
        <source>The settings could not be read ({0}); the defaults are used.</source>
        <translation>Die Einstellungen konnten nicht gelesen werden ({0}); verwendet werden die Standardwerte.</translation>
    </message>
    <message>
        <source>The settings could not be saved ({0}).</source>
        <translation>Die Einstellungen konnten nicht gespeichert werden ({0}).</translation>
    </message>
    <message>
        <source>The settings file is damaged; the defaults are used.</source>
        <translation>Die Datei der Einstellungen ist beschädigt; verwendet werden die Standardwerte.</translation>
    </message>
    <message>
        <source>The shapes in this network contradict each other.</source>
        <translation>Die Formen in diesem Modell widersprechen einander.</translation>
    </message>
    <message>
        <source>The sizes in {0} are others: {1}.</source>
        <translation>Die Größen in {0} sind andere: {1}.</translation>
    </message>
    <message>
        <source>The stored values of {0} are damaged.</source>
        <translation>Die gespeicherten Werte von {0} sind beschädigt.</translation>
    </message>
    <message>
        <source>The structure asks for {0}, the weights file has {1}.</source>
        <translation>Die Struktur verlangt {0}, die Datei der Gewichte hat {1}.</translation>
    </message>
    <message>
        <source>The structure is torchvision&apos;s {0}: all {1} tensors have its names and shapes. The file itself does not say it; networks of other authors that look the same may compute something else.</source>
        <translation>Die Struktur ist {0} von torchvision: Alle {1} Tensoren haben deren Namen und Formen. Die Datei selbst sagt es nicht; gleich aussehende Netze anderer Autoren können etwas anderes berechnen.</translation>
    </message>
    <message>
        <source>The system denies access to it.</source>
        <translation>Das System verweigert den Zugriff darauf.</translation>
    </message>
    <message>
        <source>The system refused</source>
        <translation>Das System hat abgelehnt</translation>
    </message>
    <message>
        <source>The system says: {0}.</source>
        <translation>Das System sagt: {0}.</translation>
    </message>
    <message>
        <source>The system stopped the helper that was opening it.</source>
        <translation>Das System hat das Hilfsprogramm angehalten, das es öffnete.</translation>
    </message>
    <message>
        <source>The type is {0}.</source>
        <translation>Der Typ ist {0}.</translation>
    </message>
    <message>
        <source>The values of {0} are stored outside the network.</source>
        <translation>Die Werte von {0} liegen außerhalb des Modells.</translation>
    </message>
    <message>
        <source>The values of {0} cannot be read.</source>
        <translation>Die Werte von {0} können nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The values of {0} do not fit the type or the size that they are said to have.</source>
        <translation>Die Werte von {0} passen nicht zu dem Typ oder der Größe, die sie haben sollen.</translation>
    </message>
    <message>
        <source>The weights are those of {0}, the only ones that fit by name.</source>
        <translation>Die Gewichte sind die von {0}, die einzigen, die dem Namen nach passen.</translation>
    </message>
    <message>
        <source>The weights do not fit the layer {0}.</source>
        <translation>Die Gewichte passen nicht zur Schicht {0}.</translation>
    </message>
    <message>
        <source>The weights file</source>
        <translation>Die Datei der Gewichte</translation>
    </message>
    <message>
        <source>The weights file {0} does not fit the network.</source>
        <translation>Die Gewichtsdatei {0} passt nicht zum Modell.</translation>
    </message>
    <message>
        <source>The weights file {0} is missing.</source>
        <translation>Die Gewichtsdatei {0} fehlt.</translation>
    </message>
    <message>
        <source>The weights in {0} cannot be read.</source>
        <translation>Die Gewichte in {0} können nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The weights in {0} cannot be separated from what else is in it.</source>
        <translation>Die Gewichte in {0} lassen sich nicht von dem trennen, was sonst darin ist.</translation>
    </message>
    <message>
        <source>The weights in {0} do not belong to {1}.</source>
        <translation>Die Gewichte in {0} gehören nicht zu {1}.</translation>
    </message>
    <message>
        <source>The weights of {0} are damaged.</source>
        <translation>Die Gewichte von {0} sind beschädigt.</translation>
    </message>
    <message>
        <source>The weights of {0} are missing.</source>
        <translation>Die Gewichte von {0} fehlen.</translation>
    </message>
    <message>
        <source>The weights of {0} were not found.</source>
        <translation>Die Gewichte von {0} wurden nicht gefunden.</translation>
    </message>
    <message>
        <source>The weights that torchvision itself publishes for this architecture are used with pixels from −1 to 1 (“minus-one-to-one”).</source>
        <translation>Die Gewichte, die torchvision selbst für diese Architektur veröffentlicht, werden mit Pixeln von −1 bis 1 verwendet („minus-one-to-one“).</translation>
    </message>
    <message>
        <source>The {0} must be a number that is not negative, not {1}.</source>
        <translation>Der Wert {0} muss eine nicht negative Zahl sein, nicht {1}.</translation>
    </message>
    <message>
        <source>The {0} needs a name.</source>
        <translation>Es fehlt ein Name ({0}).</translation>
    </message>
    <message>
        <source>Their type is unknown.</source>
        <translation>Ihr Typ ist unbekannt.</translation>
    </message>
    <message>
        <source>There are no DICOM objects to write.</source>
        <translation>Es gibt keine DICOM-Objekte zu schreiben.</translation>
    </message>
    <message>
        <source>There are no sample pictures of both classes.</source>
        <translation>Es gibt keine Beispielbilder beider Klassen.</translation>
    </message>
    <message>
        <source>There are {0} labels, and the network has {1} classes.</source>
        <translation>Es gibt {0} Klassennamen, und das Modell hat {1} Klassen.</translation>
    </message>
    <message>
        <source>There is no analysis {0} in the project.</source>
        <translation>Im Projekt gibt es keine Analyse {0}.</translation>
    </message>
    <message>
        <source>There is no architecture {0}.</source>
        <translation>Es gibt keine Architektur {0}.</translation>
    </message>
    <message>
        <source>There is no boundary between one class and itself.</source>
        <translation>Zwischen einer Klasse und ihr selbst gibt es keine Grenze.</translation>
    </message>
    <message>
        <source>There is no class {0} in {1}.</source>
        <translation>Es gibt keine Klasse {0} in {1}.</translation>
    </message>
    <message>
        <source>There is no class {0}.</source>
        <translation>Es gibt keine Klasse {0}.</translation>
    </message>
    <message>
        <source>There is no composite {0}.</source>
        <translation>Es gibt kein Regelwerk {0}.</translation>
    </message>
    <message>
        <source>There is no device {0}.</source>
        <translation>Es gibt kein Gerät {0}.</translation>
    </message>
    <message>
        <source>There is no feature {0}.</source>
        <translation>Es gibt kein Merkmal {0}.</translation>
    </message>
    <message>
        <source>There is no form “{0}”.</source>
        <translation>Es gibt kein Formular „{0}“.</translation>
    </message>
    <message>
        <source>There is no layer called {0}.</source>
        <translation>Es gibt keine Schicht namens {0}.</translation>
    </message>
    <message>
        <source>There is no library in {0}.</source>
        <translation>In {0} gibt es keine Bibliothek.</translation>
    </message>
    <message>
        <source>There is no method {0}.</source>
        <translation>Es gibt kein Verfahren {0}.</translation>
    </message>
    <message>
        <source>There is no {0} “{1}”.</source>
        <translation>Es gibt keinen Eintrag „{1}“ ({0}).</translation>
    </message>
    <message>
        <source>There is not enough memory for a single image.</source>
        <translation>Der Speicher reicht nicht für ein einziges Bild.</translation>
    </message>
    <message>
        <source>There is nothing to make.</source>
        <translation>Es ist nichts zu tun.</translation>
    </message>
    <message>
        <source>There is nothing to report.</source>
        <translation>Es gibt nichts zu berichten.</translation>
    </message>
    <message>
        <source>There was not enough for a single picture on {0}.</source>
        <translation>Auf {0} reichte es nicht einmal für ein einziges Bild.</translation>
    </message>
    <message>
        <source>They are newer than this program.</source>
        <translation>Sie sind neuer als dieses Programm.</translation>
    </message>
    <message>
        <source>They are of the type {0}.</source>
        <translation>Sie sind vom Typ {0}.</translation>
    </message>
    <message>
        <source>They are stored as {0}.</source>
        <translation>Sie sind als {0} gespeichert.</translation>
    </message>
    <message>
        <source>They are {0}.</source>
        <translation>Es sind {0}.</translation>
    </message>
    <message>
        <source>They are: {0}.</source>
        <translation>Es sind: {0}.</translation>
    </message>
    <message>
        <source>They are: {0}. No architecture is known for them.</source>
        <translation>Es sind: {0}. Dafür ist keine Architektur bekannt.</translation>
    </message>
    <message>
        <source>They are: {0}. Nothing of it was run.</source>
        <translation>Es sind: {0}. Nichts davon wurde ausgeführt.</translation>
    </message>
    <message>
        <source>They are: {0}. The file holds only their names, not what they do.</source>
        <translation>Es sind: {0}. Die Datei enthält nur ihre Namen, nicht, was sie tun.</translation>
    </message>
    <message>
        <source>They are: {0}{1}. Nothing of it was run.</source>
        <translation>Es sind: {0}{1}. Nichts davon wurde ausgeführt.</translation>
    </message>
    <message>
        <source>They belong to the study of a DICOM picture, and none of these pictures is one.</source>
        <translation>Sie gehören zur Studie eines DICOM-Bildes, und keines dieser Bilder ist eines.</translation>
    </message>
    <message>
        <source>They call themselves or become too large.</source>
        <translation>Sie rufen sich selbst auf oder werden zu groß.</translation>
    </message>
    <message>
        <source>They cannot be brought up to date: {0}.</source>
        <translation>Sie lassen sich nicht auf den neuesten Stand bringen: {0}.</translation>
    </message>
    <message>
        <source>They come from {0}.</source>
        <translation>Sie stammen von {0}.</translation>
    </message>
    <message>
        <source>They count from 1.</source>
        <translation>Sie werden ab 1 gezählt.</translation>
    </message>
    <message>
        <source>They do not fit their own shape.</source>
        <translation>Sie passen nicht zu ihrer eigenen Form.</translation>
    </message>
    <message>
        <source>They fit {0}. </source>
        <translation>Sie passen zu {0}. </translation>
    </message>
    <message>
        <source>They stand between the picture and the answer: {0}. Nothing of it was run.</source>
        <translation>Sie stehen zwischen dem Bild und der Antwort: {0}. Nichts davon wurde ausgeführt.</translation>
    </message>
    <message>
        <source>They were found beside the network and are not used.</source>
        <translation>Sie lagen neben dem Modell und werden nicht verwendet.</translation>
    </message>
    <message>
        <source>This Caffe structure does not say how large its picture is.</source>
        <translation>Diese Caffe-Struktur sagt nicht, wie groß ihr Bild ist.</translation>
    </message>
    <message>
        <source>This Caffe structure has no prediction.</source>
        <translation>Diese Caffe-Struktur hat keine Vorhersage.</translation>
    </message>
    <message>
        <source>This Caffe structure is incomplete.</source>
        <translation>Diese Caffe-Struktur ist unvollständig.</translation>
    </message>
    <message>
        <source>This cannot be explained.</source>
        <translation>Dies kann nicht erklärt werden.</translation>
    </message>
    <message>
        <source>This feedback is not in the library any more.</source>
        <translation>Diese Rückmeldung ist nicht mehr in der Bibliothek.</translation>
    </message>
    <message>
        <source>This is the small edition of DeepIntro, which does not hold TensorFlow.</source>
        <translation>Dies ist die kleine Ausgabe von DeepIntro, die TensorFlow nicht enthält.</translation>
    </message>
    <message>
        <source>This layer says nothing about the feature.</source>
        <translation>Diese Schicht sagt nichts über das Merkmal.</translation>
    </message>
    <message>
        <source>This network does not have exactly one input.</source>
        <translation>Dieses Modell hat nicht genau eine Eingabe.</translation>
    </message>
    <message>
        <source>This network is not in memory any more.</source>
        <translation>Dieses Modell ist nicht mehr im Speicher.</translation>
    </message>
    <message>
        <source>This picture has {0} features, numbered from 1.</source>
        <translation>Dieses Bild hat {0} Merkmale, nummeriert ab 1.</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>TorchScript interpreter</source>
        <translation>TorchScript-Interpreter</translation>
    </message>
    <message>
        <source>Training mean</source>
        <translation>Mittel des Trainings</translation>
    </message>
    <message>
        <source>Tried</source>
        <translation>Ausprobiert</translation>
    </message>
    <message>
        <source>Trying preparations of pixels</source>
        <translation>Aufbereitungen der Pixel werden ausprobiert</translation>
    </message>
    <message>
        <source>Two kept pixels belong together when they are at most this far apart.</source>
        <translation>Zwei behaltene Pixel gehören zusammen, wenn sie höchstens so weit auseinander liegen.</translation>
    </message>
    <message>
        <source>Two values of the picture are multiplied, neither a gate, at {0}: relevance cannot be divided between them.</source>
        <translation>Zwei Werte des Bildes werden multipliziert, keiner ein Gatter, bei {0}: Die Relevanz lässt sich nicht zwischen ihnen aufteilen.</translation>
    </message>
    <message>
        <source>Unknown fields: {0}.</source>
        <translation>Unbekannte Felder: {0}.</translation>
    </message>
    <message>
        <source>Unknown operators: {0}.</source>
        <translation>Unbekannte Operatoren: {0}.</translation>
    </message>
    <message>
        <source>Unpack it first.</source>
        <translation>Entpacken Sie es zuerst.</translation>
    </message>
    <message>
        <source>Unpack it, and choose the network file itself.</source>
        <translation>Entpacken Sie es, und wählen Sie die Modelldatei selbst.</translation>
    </message>
    <message>
        <source>Unpacked it would take {0} GB.</source>
        <translation>Entpackt würde es {0} GB brauchen.</translation>
    </message>
    <message>
        <source>Use a network with at least two classes.</source>
        <translation>Verwenden Sie ein Modell mit mindestens zwei Klassen.</translation>
    </message>
    <message>
        <source>Use the deploy.prototxt of the network, or add an Input layer with the shape.</source>
        <translation>Verwenden Sie die deploy.prototxt des Modells, oder fügen Sie eine Input-Schicht mit der Form hinzu.</translation>
    </message>
    <message>
        <source>Use the deploy.prototxt of the network.</source>
        <translation>Verwenden Sie die deploy.prototxt des Modells.</translation>
    </message>
    <message>
        <source>Use the fields {0}.</source>
        <translation>Verwenden Sie die Felder {0}.</translation>
    </message>
    <message>
        <source>Use the version of the program that wrote it.</source>
        <translation>Verwenden Sie die Version des Programms, die sie geschrieben hat.</translation>
    </message>
    <message>
        <source>Use {0}, auto, or a JSON object with scale, mean, std, order and resize.</source>
        <translation>Verwenden Sie {0}, auto oder ein JSON-Objekt mit scale, mean, std, order und resize.</translation>
    </message>
    <message>
        <source>Versions {0} to {1} can be explained.</source>
        <translation>Die Versionen {0} bis {1} können erklärt werden.</translation>
    </message>
    <message>
        <source>Weights may only lie in plain files in the same folder as the network.</source>
        <translation>Gewichte dürfen nur in gewöhnlichen Dateien im selben Ordner wie das Modell liegen.</translation>
    </message>
    <message>
        <source>What follows its beginning cannot be decoded.</source>
        <translation>Was auf den Anfang folgt, lässt sich nicht entschlüsseln.</translation>
    </message>
    <message>
        <source>What is made here can be seen, but is not kept. Change that, then start the program again.</source>
        <translation>Was hier entsteht, ist zu sehen, wird aber nicht aufbewahrt. Ändern Sie das, und starten Sie das Programm dann neu.</translation>
    </message>
    <message>
        <source>What it calls {0} does not lie in it. Nothing of it was opened.</source>
        <translation>Was es {0} nennt, liegt nicht darin. Nichts davon wurde geöffnet.</translation>
    </message>
    <message>
        <source>What it says about the size of its image is missing or wrong.</source>
        <translation>Was es über die Größe seines Bildes sagt, fehlt oder ist falsch.</translation>
    </message>
    <message>
        <source>What the converter made is not valid: {0}.</source>
        <translation>Was das Umwandlungsprogramm erzeugt hat, ist nicht gültig: {0}.</translation>
    </message>
    <message>
        <source>While it was read, something asked for what no network needs: a connection, another program, or to write elsewhere.</source>
        <translation>Beim Lesen verlangte etwas, was kein Modell braucht: eine Verbindung, ein anderes Programm oder anderswohin zu schreiben.</translation>
    </message>
    <message>
        <source>Whole image</source>
        <translation>Ganzes Bild</translation>
    </message>
    <message>
        <source>Write at least one letter.</source>
        <translation>Schreiben Sie mindestens einen Buchstaben.</translation>
    </message>
    <message>
        <source>Write it as #rrggbb, #000000 for black.</source>
        <translation>Schreiben Sie sie als #rrggbb, #000000 für Schwarz.</translation>
    </message>
    <message>
        <source>Write more of it.</source>
        <translation>Schreiben Sie mehr davon.</translation>
    </message>
    <message>
        <source>Write the bias as a layer of its own.</source>
        <translation>Schreiben Sie den Bias als eigene Schicht.</translation>
    </message>
    <message>
        <source>Write the layers in order, for example: conv1(padding=1) bn1 relu maxpool(2) flatten fc1.</source>
        <translation>Schreiben Sie die Schichten in ihrer Reihenfolge, zum Beispiel: conv1(padding=1) bn1 relu maxpool(2) flatten fc1.</translation>
    </message>
    <message>
        <source>Write {0}(2), for example.</source>
        <translation>Schreiben Sie zum Beispiel {0}(2).</translation>
    </message>
    <message>
        <source>Writing {0}</source>
        <translation>{0} wird geschrieben</translation>
    </message>
    <message>
        <source>YCbCr converted to RGB</source>
        <translation>YCbCr in RGB umgewandelt</translation>
    </message>
    <message>
        <source>Your data is unchanged.</source>
        <translation>Ihre Daten sind unverändert.</translation>
    </message>
    <message>
        <source>a 7-Zip archive</source>
        <translation>ein 7-Zip-Archiv</translation>
    </message>
    <message>
        <source>a BMP picture</source>
        <translation>ein BMP-Bild</translation>
    </message>
    <message>
        <source>a DICOM picture</source>
        <translation>ein DICOM-Bild</translation>
    </message>
    <message>
        <source>a GIF picture</source>
        <translation>ein GIF-Bild</translation>
    </message>
    <message>
        <source>a Git LFS pointer, not the file itself</source>
        <translation>ein Git-LFS-Verweis, nicht die Datei selbst</translation>
    </message>
    <message>
        <source>a HEIC picture</source>
        <translation>ein HEIC-Bild</translation>
    </message>
    <message>
        <source>a JPEG 2000 picture</source>
        <translation>ein JPEG-2000-Bild</translation>
    </message>
    <message>
        <source>a JPEG picture</source>
        <translation>ein JPEG-Bild</translation>
    </message>
    <message>
        <source>a NumPy array</source>
        <translation>ein NumPy-Array</translation>
    </message>
    <message>
        <source>a PDF document</source>
        <translation>ein PDF-Dokument</translation>
    </message>
    <message>
        <source>a PNG picture</source>
        <translation>ein PNG-Bild</translation>
    </message>
    <message>
        <source>a Photoshop document</source>
        <translation>ein Photoshop-Dokument</translation>
    </message>
    <message>
        <source>a RAR archive</source>
        <translation>ein RAR-Archiv</translation>
    </message>
    <message>
        <source>a TIFF picture</source>
        <translation>ein TIFF-Bild</translation>
    </message>
    <message>
        <source>a TensorFlow Lite network</source>
        <translation>ein TensorFlow-Lite-Netz</translation>
    </message>
    <message>
        <source>a WebP picture</source>
        <translation>ein WebP-Bild</translation>
    </message>
    <message>
        <source>a Windows program</source>
        <translation>ein Windows-Programm</translation>
    </message>
    <message>
        <source>a ZIP archive or an office document</source>
        <translation>ein ZIP-Archiv oder ein Office-Dokument</translation>
    </message>
    <message>
        <source>a compressed (bzip2) file</source>
        <translation>eine komprimierte Datei (bzip2)</translation>
    </message>
    <message>
        <source>a compressed (gzip) file</source>
        <translation>eine komprimierte Datei (gzip)</translation>
    </message>
    <message>
        <source>a compressed (xz) file</source>
        <translation>eine komprimierte Datei (xz)</translation>
    </message>
    <message>
        <source>a computed result</source>
        <translation>ein berechnetes Ergebnis</translation>
    </message>
    <message>
        <source>a constant</source>
        <translation>eine Konstante</translation>
    </message>
    <message>
        <source>a database</source>
        <translation>eine Datenbank</translation>
    </message>
    <message>
        <source>a default value of {0}</source>
        <translation>ein Standardwert {0}</translation>
    </message>
    <message>
        <source>a frame or slice</source>
        <translation>ein Einzelbild oder Schnitt</translation>
    </message>
    <message>
        <source>a gzip archive</source>
        <translation>ein gzip-Archiv</translation>
    </message>
    <message>
        <source>a name is not text</source>
        <translation>ein Name ist kein Text</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a number is cut off</source>
        <translation>eine Zahl ist abgeschnitten</translation>
    </message>
    <message>
        <source>a number is too long</source>
        <translation>eine Zahl ist zu lang</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>ein Programm</translation>
    </message>
    <message>
        <source>a shape without what it is made of</source>
        <translation>eine Form ohne das, woraus sie besteht</translation>
    </message>
    <message>
        <source>a table of the file</source>
        <translation>eine Tabelle der Datei</translation>
    </message>
    <message>
        <source>a tensor</source>
        <translation>ein Tensor</translation>
    </message>
    <message>
        <source>a value of the class {0}</source>
        <translation>ein Wert der Klasse {0}</translation>
    </message>
    <message>
        <source>a video</source>
        <translation>ein Video</translation>
    </message>
    <message>
        <source>a web page (HTML)</source>
        <translation>eine Webseite (HTML)</translation>
    </message>
    <message>
        <source>a window lies in the padding only</source>
        <translation>ein Fenster liegt nur im Rand</translation>
    </message>
    <message>
        <source>an AVIF picture</source>
        <translation>ein AVIF-Bild</translation>
    </message>
    <message>
        <source>an HDF5 file, perhaps a Keras network</source>
        <translation>eine HDF5-Datei, vielleicht ein Keras-Netz</translation>
    </message>
    <message>
        <source>an SVG drawing</source>
        <translation>eine SVG-Zeichnung</translation>
    </message>
    <message>
        <source>an XML document</source>
        <translation>ein XML-Dokument</translation>
    </message>
    <message>
        <source>an array ends within a number</source>
        <translation>ein Array endet mitten in einer Zahl</translation>
    </message>
    <message>
        <source>an array of shape {0} has {1} values</source>
        <translation>ein Array der Form {0} hat {1} Werte</translation>
    </message>
    <message>
        <source>an embedded colour profile was not applied</source>
        <translation>ein eingebettetes Farbprofil wurde nicht angewendet</translation>
    </message>
    <message>
        <source>an icon file</source>
        <translation>eine Symboldatei</translation>
    </message>
    <message>
        <source>an input of shape {0}</source>
        <translation>eine Eingabe der Form {0}</translation>
    </message>
    <message>
        <source>an onnxruntime-internal network</source>
        <translation>ein onnxruntime-internes Netz</translation>
    </message>
    <message>
        <source>an unknown way</source>
        <translation>eine unbekannte Weise</translation>
    </message>
    <message>
        <source>annotations</source>
        <translation>Anmerkungen</translation>
    </message>
    <message>
        <source>architecture</source>
        <translation>Architektur</translation>
    </message>
    <message>
        <source>attention between two inputs or with a mask cannot be converted</source>
        <translation>Attention zwischen zwei Eingaben oder mit einer Maske lässt sich nicht umwandeln</translation>
    </message>
    <message>
        <source>attention over an unknown number of places cannot be converted</source>
        <translation>Attention über eine unbekannte Zahl von Orten lässt sich nicht umwandeln</translation>
    </message>
    <message>
        <source>auto_pad {0} is unknown</source>
        <translation>auto_pad {0} ist unbekannt</translation>
    </message>
    <message>
        <source>auto_pad {0} of pools with gaps means different things to runtimes</source>
        <translation>auto_pad {0} bei Pooling mit Lücken bedeutet je nach Laufzeitumgebung Verschiedenes</translation>
    </message>
    <message>
        <source>axes {0} of {1} are not all of length 1</source>
        <translation>die Achsen {0} von {1} haben nicht alle die Länge 1</translation>
    </message>
    <message>
        <source>axial</source>
        <translation>axial</translation>
    </message>
    <message>
        <source>axis {0} does not exist in {1} dimensions</source>
        <translation>die Achse {0} gibt es nicht in {1} Dimensionen</translation>
    </message>
    <message>
        <source>batch normalisation</source>
        <translation>Batch-Normalisierung</translation>
    </message>
    <message>
        <source>batch_dims 0</source>
        <translation>batch_dims 0</translation>
    </message>
    <message>
        <source>batch_dims is not 0</source>
        <translation>batch_dims ist nicht 0</translation>
    </message>
    <message>
        <source>black</source>
        <translation>Schwarz</translation>
    </message>
    <message>
        <source>branches or loops</source>
        <translation>Verzweigungen oder Schleifen</translation>
    </message>
    <message>
        <source>cause: {0}: {1}</source>
        <translation>Ursache: {0}: {1}</translation>
    </message>
    <message>
        <source>class {0}</source>
        <translation>Klasse {0}</translation>
    </message>
    <message>
        <source>colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>compressed with loss</source>
        <translation>verlustbehaftet komprimiert</translation>
    </message>
    <message>
        <source>compression</source>
        <translation>Kompression</translation>
    </message>
    <message>
        <source>constant exponent</source>
        <translation>fester Exponent</translation>
    </message>
    <message>
        <source>constant limits</source>
        <translation>feste Grenzen</translation>
    </message>
    <message>
        <source>constant scales, one per channel</source>
        <translation>feste Skalierungen, eine je Kanal</translation>
    </message>
    <message>
        <source>constant slope</source>
        <translation>feste Steigung</translation>
    </message>
    <message>
        <source>constant weights</source>
        <translation>feste Gewichte</translation>
    </message>
    <message>
        <source>coronal</source>
        <translation>koronal</translation>
    </message>
    <message>
        <source>damage</source>
        <translation>Schaden</translation>
    </message>
    <message>
        <source>data of an unknown kind</source>
        <translation>Daten unbekannter Art</translation>
    </message>
    <message>
        <source>depth</source>
        <translation>Tiefe</translation>
    </message>
    <message>
        <source>deviation detached</source>
        <translation>Streuung abgetrennt</translation>
    </message>
    <message>
        <source>divided by 255</source>
        <translation>durch 255 geteilt</translation>
    </message>
    <message>
        <source>exit code {0}</source>
        <translation>Rückgabewert {0}</translation>
    </message>
    <message>
        <source>fairly sure</source>
        <translation>ziemlich sicher</translation>
    </message>
    <message>
        <source>feedback changed</source>
        <translation>Rückmeldung geändert</translation>
    </message>
    <message>
        <source>feedback given</source>
        <translation>Rückmeldung gegeben</translation>
    </message>
    <message>
        <source>feedback removed</source>
        <translation>Rückmeldung entfernt</translation>
    </message>
    <message>
        <source>field number 0</source>
        <translation>Feldnummer 0</translation>
    </message>
    <message>
        <source>fractions within 0..255, rounded</source>
        <translation>Brüche innerhalb von 0..255, gerundet</translation>
    </message>
    <message>
        <source>fractions, 0..1 scaled to 0..255</source>
        <translation>Brüche, 0..1 auf 0..255 skaliert</translation>
    </message>
    <message>
        <source>frame {0} of {1}</source>
        <translation>Einzelbild {0} von {1}</translation>
    </message>
    <message>
        <source>frames</source>
        <translation>Einzelbilder</translation>
    </message>
    <message>
        <source>from 0 to 255, as they are</source>
        <translation>von 0 bis 255, wie sie sind</translation>
    </message>
    <message>
        <source>group normalisation</source>
        <translation>Gruppennormalisierung</translation>
    </message>
    <message>
        <source>halves of two values</source>
        <translation>Hälften zweier Werte</translation>
    </message>
    <message>
        <source>ids that do not tell features apart</source>
        <translation>Nummern, die Merkmale nicht unterscheiden</translation>
    </message>
    <message>
        <source>image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>image added</source>
        <translation>Bild hinzugefügt</translation>
    </message>
    <message>
        <source>image seen otherwise</source>
        <translation>Bild anders gesehen</translation>
    </message>
    <message>
        <source>input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>it combines values instead of replacing them</source>
        <translation>es verbindet Werte, statt sie zu ersetzen</translation>
    </message>
    <message>
        <source>it cuts axis {0} of {1}</source>
        <translation>sie schneidet Achse {0} von {1}</translation>
    </message>
    <message>
        <source>it has another number of coefficients than of maps</source>
        <translation>sie hat eine andere Zahl von Koeffizienten als von Karten</translation>
    </message>
    <message>
        <source>it has one scale per pixel (spatial = 0)</source>
        <translation>es hat eine Skalierung je Pixel (spatial = 0)</translation>
    </message>
    <message>
        <source>it holds no array of numbers</source>
        <translation>es enthält kein Array von Zahlen</translation>
    </message>
    <message>
        <source>it holds no numbers</source>
        <translation>es enthält keine Zahlen</translation>
    </message>
    <message>
        <source>it is in training mode</source>
        <translation>es ist im Trainingsmodus</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>es ist zu groß</translation>
    </message>
    <message>
        <source>it is written for a fixed number of pictures</source>
        <translation>es ist für eine feste Zahl von Bildern geschrieben</translation>
    </message>
    <message>
        <source>it joins maps of the shapes {0} at axis {1}</source>
        <translation>sie verbindet Karten der Formen {0} an Achse {1}</translation>
    </message>
    <message>
        <source>it joins the axes {0} to {1} of {2}</source>
        <translation>sie verbindet die Achsen {0} bis {1} von {2}</translation>
    </message>
    <message>
        <source>it makes a tensor of the size {0}</source>
        <translation>es erzeugt einen Tensor der Größe {0}</translation>
    </message>
    <message>
        <source>it makes no plane</source>
        <translation>es ergibt keine Ebene</translation>
    </message>
    <message>
        <source>it mixes the pictures of a batch</source>
        <translation>es mischt die Bilder eines Stapels</translation>
    </message>
    <message>
        <source>it needs two or more maps of one shape</source>
        <translation>sie braucht zwei oder mehr Karten gleicher Form</translation>
    </message>
    <message>
        <source>it reduces the whole batch to one number</source>
        <translation>sie verringert den ganzen Stapel auf eine Zahl</translation>
    </message>
    <message>
        <source>it replaces the axes {0} to {1} of {2}</source>
        <translation>sie ersetzt die Achsen {0} bis {1} von {2}</translation>
    </message>
    <message>
        <source>it smooths while it shrinks (antialias)</source>
        <translation>es glättet beim Verkleinern (antialias)</translation>
    </message>
    <message>
        <source>its bias {0} belongs to a fixed batch</source>
        <translation>sein Bias {0} gehört zu einem festen Stapel</translation>
    </message>
    <message>
        <source>its header is damaged, or it is shorter than its header says</source>
        <translation>der Kopf ist beschädigt, oder es ist kürzer, als der Kopf besagt</translation>
    </message>
    <message>
        <source>its list of tensors cannot be read</source>
        <translation>seine Liste der Tensoren kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>its mask is used</source>
        <translation>seine Maske wird verwendet</translation>
    </message>
    <message>
        <source>its mean or deviation is used</source>
        <translation>sein Mittelwert oder seine Streuung wird verwendet</translation>
    </message>
    <message>
        <source>its padding differs between the sides</source>
        <translation>sein Rand ist je Seite verschieden</translation>
    </message>
    <message>
        <source>its points are {0} of {1}</source>
        <translation>ihre Punkte sind {0} von {1}</translation>
    </message>
    <message>
        <source>its weights</source>
        <translation>seine Gewichte</translation>
    </message>
    <message>
        <source>kernel {0}, stride {1}, pad {2} on a map of {3} × {4}</source>
        <translation>Kernel {0}, Schrittweite {1}, Rand {2} auf einer Karte von {3} × {4}</translation>
    </message>
    <message>
        <source>kernel, strides and dilations must have {0} entries each</source>
        <translation>Kernel, Schrittweiten und Dehnungen müssen je {0} Einträge haben</translation>
    </message>
    <message>
        <source>labels</source>
        <translation>Klassennamen</translation>
    </message>
    <message>
        <source>left is anterior, top is superior</source>
        <translation>links ist anterior, oben ist superior</translation>
    </message>
    <message>
        <source>left is the patient&apos;s right, top is anterior</source>
        <translation>links ist die rechte Seite des Patienten, oben ist anterior</translation>
    </message>
    <message>
        <source>left is the patient&apos;s right, top is superior</source>
        <translation>links ist die rechte Seite des Patienten, oben ist superior</translation>
    </message>
    <message>
        <source>less sure</source>
        <translation>weniger sicher</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <source>modality</source>
        <translation>Modalität</translation>
    </message>
    <message>
        <source>mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>n bias-only</source>
        <translation>n nur Bias</translation>
    </message>
    <message>
        <source>n non-finite</source>
        <translation>n nicht endlich</translation>
    </message>
    <message>
        <source>n one-signed</source>
        <translation>n mit einem Vorzeichen</translation>
    </message>
    <message>
        <source>nearest, linear and cubic; no cropping, no antialias, no kept aspect ratio</source>
        <translation>nearest, linear und cubic; kein Zuschneiden, keine Glättung, kein festes Seitenverhältnis</translation>
    </message>
    <message>
        <source>network</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>network added</source>
        <translation>Modell hinzugefügt</translation>
    </message>
    <message>
        <source>network relabelled</source>
        <translation>Klassennamen des Modells ersetzt</translation>
    </message>
    <message>
        <source>network renewed</source>
        <translation>Modell erneuert</translation>
    </message>
    <message>
        <source>no finite value; shown black</source>
        <translation>kein endlicher Wert; schwarz gezeigt</translation>
    </message>
    <message>
        <source>no layer at all</source>
        <translation>gar keine Schicht</translation>
    </message>
    <message>
        <source>no positive part</source>
        <translation>kein positiver Teil</translation>
    </message>
    <message>
        <source>no such bit</source>
        <translation>kein solches Bit</translation>
    </message>
    <message>
        <source>no value in the file</source>
        <translation>kein Wert in der Datei</translation>
    </message>
    <message>
        <source>no window in the file: {0} to {1}</source>
        <translation>kein Fenster in der Datei: {0} bis {1}</translation>
    </message>
    <message>
        <source>none that could be guessed</source>
        <translation>keine, die sich erraten ließ</translation>
    </message>
    <message>
        <source>not in training; without the second output</source>
        <translation>nicht im Training; ohne die zweite Ausgabe</translation>
    </message>
    <message>
        <source>not over the pictures of a batch</source>
        <translation>nicht über die Bilder eines Stapels</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>of the kind {0}, which has no pixels</source>
        <translation>von der Art {0}, die keine Pixel hat</translation>
    </message>
    <message>
        <source>one entry for each of {0} features, not {1}</source>
        <translation>ein Eintrag für jedes von {0} Merkmalen, nicht {1}</translation>
    </message>
    <message>
        <source>one number</source>
        <translation>eine einzige Zahl</translation>
    </message>
    <message>
        <source>one picture at a time, not {0}</source>
        <translation>ein Bild nach dem anderen, nicht {0}</translation>
    </message>
    <message>
        <source>one prediction</source>
        <translation>eine einzige Vorhersage</translation>
    </message>
    <message>
        <source>one tensor</source>
        <translation>ein einzelner Tensor</translation>
    </message>
    <message>
        <source>onnxruntime on the converted layers</source>
        <translation>onnxruntime auf den umgewandelten Schichten</translation>
    </message>
    <message>
        <source>onnxruntime says: {0}</source>
        <translation>onnxruntime sagt: {0}</translation>
    </message>
    <message>
        <source>onnxruntime says: {0}.</source>
        <translation>onnxruntime sagt: {0}.</translation>
    </message>
    <message>
        <source>operations that are not known here</source>
        <translation>Operationen, die hier nicht bekannt sind</translation>
    </message>
    <message>
        <source>operator {0} is registered twice</source>
        <translation>der Operator {0} ist zweimal verzeichnet</translation>
    </message>
    <message>
        <source>orientation</source>
        <translation>Ausrichtung</translation>
    </message>
    <message>
        <source>output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>output_shape {0} is larger than the windows reach</source>
        <translation>output_shape {0} ist größer, als die Fenster reichen</translation>
    </message>
    <message>
        <source>overlays</source>
        <translation>Overlays</translation>
    </message>
    <message>
        <source>overlays are drawn: the network takes them for a part of the picture</source>
        <translation>Overlays sind eingezeichnet: Das Modell hält sie für einen Teil des Bildes</translation>
    </message>
    <message>
        <source>overlays are not drawn: the network would take them for a part of the picture</source>
        <translation>Overlays sind nicht eingezeichnet: Das Modell hielte sie für einen Teil des Bildes</translation>
    </message>
    <message>
        <source>pads {0} are not {1} numbers from 0</source>
        <translation>der Rand {0} besteht nicht aus {1} Zahlen ab 0</translation>
    </message>
    <message>
        <source>pixel × {0}</source>
        <translation>Pixel × {0}</translation>
    </message>
    <message>
        <source>pixels are not square: {0} × {1}</source>
        <translation>Pixel sind nicht quadratisch: {0} × {1}</translation>
    </message>
    <message>
        <source>pixels from 0 to 1, normalised as for ImageNet (“imagenet”)</source>
        <translation>Pixel von 0 bis 1, normiert wie für ImageNet („imagenet“)</translation>
    </message>
    <message>
        <source>pixels from −1 to 1 (“minus-one-to-one”)</source>
        <translation>Pixel von −1 bis 1 („minus-one-to-one“)</translation>
    </message>
    <message>
        <source>points that are nowhere</source>
        <translation>Punkte, die nirgends liegen</translation>
    </message>
    <message>
        <source>profile</source>
        <translation>Farbprofil</translation>
    </message>
    <message>
        <source>project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>project made</source>
        <translation>Projekt angelegt</translation>
    </message>
    <message>
        <source>project removed</source>
        <translation>Projekt entfernt</translation>
    </message>
    <message>
        <source>project taken in</source>
        <translation>Projekt übernommen</translation>
    </message>
    <message>
        <source>px</source>
        <translation>px</translation>
    </message>
    <message>
        <source>running code that came as data</source>
        <translation>das Ausführen von Code, der als Daten kam</translation>
    </message>
    <message>
        <source>runs outside their grid</source>
        <translation>Läufe außerhalb ihres Rasters</translation>
    </message>
    <message>
        <source>sagittal</source>
        <translation>sagittal</translation>
    </message>
    <message>
        <source>signal {0}</source>
        <translation>Signal {0}</translation>
    </message>
    <message>
        <source>signature</source>
        <translation>Signatur</translation>
    </message>
    <message>
        <source>slice</source>
        <translation>Schnitt</translation>
    </message>
    <message>
        <source>smallest to largest value, {0}..{1}, scaled to 0..255</source>
        <translation>kleinster bis größter Wert, {0}..{1}, auf 0..255 skaliert</translation>
    </message>
    <message>
        <source>something of the kind {0}</source>
        <translation>etwas von der Art {0}</translation>
    </message>
    <message>
        <source>something without a name</source>
        <translation>etwas ohne Namen</translation>
    </message>
    <message>
        <source>spacing</source>
        <translation>Abstände</translation>
    </message>
    <message>
        <source>stochastic pooling</source>
        <translation>zufälliges Pooling</translation>
    </message>
    <message>
        <source>stored_size</source>
        <translation>Gespeicherte Größe</translation>
    </message>
    <message>
        <source>structure</source>
        <translation>Struktur</translation>
    </message>
    <message>
        <source>tensorflow {0}</source>
        <translation>tensorflow {0}</translation>
    </message>
    <message>
        <source>text is burned into the pixels; it may name the patient</source>
        <translation>Text ist in die Pixel eingebrannt; er kann den Patienten nennen</translation>
    </message>
    <message>
        <source>text may be burned into the pixels, as is usual for such pictures</source>
        <translation>Text kann in die Pixel eingebrannt sein, wie bei solchen Bildern üblich</translation>
    </message>
    <message>
        <source>the approximation {0} is unknown</source>
        <translation>die Näherung {0} ist unbekannt</translation>
    </message>
    <message>
        <source>the axis “{0}”</source>
        <translation>der Achse „{0}“</translation>
    </message>
    <message>
        <source>the background “{0}”</source>
        <translation>dem Hintergrund „{0}“</translation>
    </message>
    <message>
        <source>the composite {0} mixes the αβ and the ε family</source>
        <translation>das Regelwerk {0} mischt die Familien αβ und ε</translation>
    </message>
    <message>
        <source>the coordinates {0} are not computed</source>
        <translation>die Koordinaten {0} werden nicht berechnet</translation>
    </message>
    <message>
        <source>the file has flaws that do not touch its pixels: {0}</source>
        <translation>die Datei hat Mängel, die ihre Pixel nicht berühren: {0}</translation>
    </message>
    <message>
        <source>the file&apos;s EXIF data is damaged</source>
        <translation>die EXIF-Daten der Datei sind beschädigt</translation>
    </message>
    <message>
        <source>the function {0}</source>
        <translation>die Funktion {0}</translation>
    </message>
    <message>
        <source>the input is {0}, the network wants [N, {1}]</source>
        <translation>die Eingabe ist {0}, das Modell verlangt [N, {1}]</translation>
    </message>
    <message>
        <source>the method {0}</source>
        <translation>die Methode {0}</translation>
    </message>
    <message>
        <source>the mode {0} is unknown</source>
        <translation>der Modus {0} ist unbekannt</translation>
    </message>
    <message>
        <source>the network has no value {0}</source>
        <translation>das Modell hat keinen Wert {0}</translation>
    </message>
    <message>
        <source>the policy {0} is not computed</source>
        <translation>die Vorgabe {0} wird nicht berechnet</translation>
    </message>
    <message>
        <source>the positions of the maxima are used</source>
        <translation>die Orte der Maxima werden verwendet</translation>
    </message>
    <message>
        <source>the rounding {0} is unknown</source>
        <translation>die Rundung {0} ist unbekannt</translation>
    </message>
    <message>
        <source>the signs of relevance are less certain there</source>
        <translation>die Vorzeichen der Relevanz sind dort weniger sicher</translation>
    </message>
    <message>
        <source>the stream has the shape {0}, not {1}</source>
        <translation>der Datenstrom hat die Form {0}, nicht {1}</translation>
    </message>
    <message>
        <source>the stream is truncated</source>
        <translation>der Datenstrom ist abgeschnitten</translation>
    </message>
    <message>
        <source>the stream&apos;s {0} bits do not fit {1} in {2}</source>
        <translation>die {0} Bit des Datenstroms passen nicht zu {1} in {2}</translation>
    </message>
    <message>
        <source>the volume&apos;s values {0} to {1}</source>
        <translation>die Werte des Volumens {0} bis {1}</translation>
    </message>
    <message>
        <source>the window {0} does not fit into the input {1}</source>
        <translation>das Fenster {0} passt nicht in die Eingabe {1}</translation>
    </message>
    <message>
        <source>this window</source>
        <translation>diesem Fenster</translation>
    </message>
    <message>
        <source>to the value</source>
        <translation>an den Wert</translation>
    </message>
    <message>
        <source>torch {0}</source>
        <translation>torch {0}</translation>
    </message>
    <message>
        <source>traced or scripted</source>
        <translation>aufgezeichnet oder übersetzt</translation>
    </message>
    <message>
        <source>transparency</source>
        <translation>Durchsichtigkeit</translation>
    </message>
    <message>
        <source>transparent pixels laid over {0}</source>
        <translation>durchsichtige Pixel vor {0} gelegt</translation>
    </message>
    <message>
        <source>turned upright (EXIF orientation {0})</source>
        <translation>aufrecht gedreht (EXIF-Ausrichtung {0})</translation>
    </message>
    <message>
        <source>volume {0} of {1}</source>
        <translation>Volumen {0} von {1}</translation>
    </message>
    <message>
        <source>voxels are not cubes: {0}</source>
        <translation>Voxel sind keine Würfel: {0}</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>white</source>
        <translation>Weiß</translation>
    </message>
    <message>
        <source>window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>window at {0}, {1} wide</source>
        <translation>Fenster bei {0}, {1} breit</translation>
    </message>
    <message>
        <source>window at {0}, {1} wide, chosen</source>
        <translation>Fenster bei {0}, {1} breit, gewählt</translation>
    </message>
    <message>
        <source>winner takes all</source>
        <translation>Größter erhält alles</translation>
    </message>
    <message>
        <source>wire type {0}</source>
        <translation>Kodierung {0}</translation>
    </message>
    <message>
        <source>without pixels</source>
        <translation>ohne Pixel</translation>
    </message>
    <message>
        <source>writing {0}</source>
        <translation>das Schreiben von {0}</translation>
    </message>
    <message>
        <source>{0} (for {1})</source>
        <translation>{0} (für {1})</translation>
    </message>
    <message>
        <source>{0} (one value)</source>
        <translation>{0} (ein Wert)</translation>
    </message>
    <message>
        <source>{0} ({1} times)</source>
        <translation>{0} ({1}-mal)</translation>
    </message>
    <message>
        <source>{0} ({1}) computes on the picture</source>
        <translation>{0} ({1}) rechnet auf dem Bild</translation>
    </message>
    <message>
        <source>{0} ({1}) has a data type that does not exist, or two that contradict.</source>
        <translation>{0} ({1}) hat einen Datentyp, den es nicht gibt, oder zwei, die sich widersprechen.</translation>
    </message>
    <message>
        <source>{0} ({1}) has weights that depend on the picture</source>
        <translation>{0} ({1}) hat Gewichte, die vom Bild abhängen</translation>
    </message>
    <message>
        <source>{0} ({1}) needs {2} inputs and has {3}.</source>
        <translation>{0} ({1}) braucht {2} Eingaben und hat {3}.</translation>
    </message>
    <message>
        <source>{0} Nothing of it was run.</source>
        <translation>{0} Nichts davon wurde ausgeführt.</translation>
    </message>
    <message>
        <source>{0} alone would hold {1} numbers.</source>
        <translation>{0} allein würde {1} Zahlen enthalten.</translation>
    </message>
    <message>
        <source>{0} analyses begin with {1}.</source>
        <translation>{0} Analysen beginnen mit {1}.</translation>
    </message>
    <message>
        <source>{0} becomes {1}, which mixes pictures or does not fit</source>
        <translation>{0} wird {1}, was Bilder mischt oder nicht passt</translation>
    </message>
    <message>
        <source>{0} bits in use, 0..{1} scaled to 0..255</source>
        <translation>{0} Bit in Gebrauch, 0..{1} auf 0..255 skaliert</translation>
    </message>
    <message>
        <source>{0} bytes are missing</source>
        <translation>{0} Byte fehlen</translation>
    </message>
    <message>
        <source>{0} calls {1}, which is not among its functions or takes other inputs.</source>
        <translation>{0} ruft {1} auf, das nicht unter seinen Funktionen ist oder andere Eingaben nimmt.</translation>
    </message>
    <message>
        <source>{0} can be kept.</source>
        <translation>{0} können aufbewahrt werden.</translation>
    </message>
    <message>
        <source>{0} can be predicted, but not explained.</source>
        <translation>{0} kann vorhersagen, aber nicht erklärt werden.</translation>
    </message>
    <message>
        <source>{0} cannot be converted.</source>
        <translation>{0} lässt sich nicht umwandeln.</translation>
    </message>
    <message>
        <source>{0} cannot be read as a Caffe structure.</source>
        <translation>{0} lässt sich nicht als Caffe-Struktur lesen.</translation>
    </message>
    <message>
        <source>{0} cannot be read by Keras.</source>
        <translation>{0} kann von Keras nicht gelesen werden.</translation>
    </message>
    <message>
        <source>{0} cannot be read by PyTorch.</source>
        <translation>{0} kann von PyTorch nicht gelesen werden.</translation>
    </message>
    <message>
        <source>{0} cannot be read from it: {1}.</source>
        <translation>{0} kann nicht daraus gelesen werden: {1}.</translation>
    </message>
    <message>
        <source>{0} cannot be read from the library.</source>
        <translation>{0} kann nicht aus der Bibliothek gelesen werden.</translation>
    </message>
    <message>
        <source>{0} cannot be read.</source>
        <translation>{0} kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>{0} cannot be replayed.</source>
        <translation>{0} kann nicht wiederholt werden.</translation>
    </message>
    <message>
        <source>{0} cannot be run.</source>
        <translation>{0} kann nicht ausgeführt werden.</translation>
    </message>
    <message>
        <source>{0} changes all the time.</source>
        <translation>{0} ändert sich ständig.</translation>
    </message>
    <message>
        <source>{0} channels do not divide into {1} groups.</source>
        <translation>{0} Kanäle lassen sich nicht in {1} Gruppen teilen.</translation>
    </message>
    <message>
        <source>{0} channels do not divide into {1} parts</source>
        <translation>{0} Kanäle lassen sich nicht in {1} Teile teilen</translation>
    </message>
    <message>
        <source>{0} channels do not fit the order {1}.</source>
        <translation>{0} Kanäle passen nicht zur Reihenfolge {1}.</translation>
    </message>
    <message>
        <source>{0} converted to RGB</source>
        <translation>{0} in RGB umgewandelt</translation>
    </message>
    <message>
        <source>{0} could not be opened.</source>
        <translation>{0} konnte nicht geöffnet werden.</translation>
    </message>
    <message>
        <source>{0} could not be read.</source>
        <translation>{0} konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>{0} could not be written.</source>
        <translation>{0} konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>{0} depends on {1}.</source>
        <translation>{0} hängt von {1} ab.</translation>
    </message>
    <message>
        <source>{0} does not answer like the original.</source>
        <translation>{0} antwortet nicht wie das Original.</translation>
    </message>
    <message>
        <source>{0} does not belong to it</source>
        <translation>{0} gehört nicht dazu</translation>
    </message>
    <message>
        <source>{0} does not classify pictures.</source>
        <translation>{0} klassifiziert keine Bilder.</translation>
    </message>
    <message>
        <source>{0} does not depend on {1}.</source>
        <translation>{0} hängt nicht von {1} ab.</translation>
    </message>
    <message>
        <source>{0} does not describe a Keras network.</source>
        <translation>{0} beschreibt kein Keras-Netz.</translation>
    </message>
    <message>
        <source>{0} does not exist (any more).</source>
        <translation>{0} gibt es nicht (mehr).</translation>
    </message>
    <message>
        <source>{0} does not exist.</source>
        <translation>{0} gibt es nicht.</translation>
    </message>
    <message>
        <source>{0} does not fit into memory.</source>
        <translation>{0} passt nicht in den Speicher.</translation>
    </message>
    <message>
        <source>{0} does not fit the network.</source>
        <translation>{0} passt nicht zum Modell.</translation>
    </message>
    <message>
        <source>{0} does not have exactly one input.</source>
        <translation>{0} hat nicht genau eine Eingabe.</translation>
    </message>
    <message>
        <source>{0} does not lie within {1} at {2}</source>
        <translation>{0} liegt nicht innerhalb von {1} bei {2}</translation>
    </message>
    <message>
        <source>{0} does not look at its picture.</source>
        <translation>{0} betrachtet sein Bild nicht.</translation>
    </message>
    <message>
        <source>{0} does not say what it takes.</source>
        <translation>{0} sagt nicht, was es aufnimmt.</translation>
    </message>
    <message>
        <source>{0} does not take pictures of any usual size.</source>
        <translation>{0} nimmt keine Bilder üblicher Größe.</translation>
    </message>
    <message>
        <source>{0} gets its pictures prepared in another way than in the replay file.</source>
        <translation>{0} bekommt seine Bilder anders vorbereitet als in der Datei.</translation>
    </message>
    <message>
        <source>{0} gives or takes objects of an unknown kind.</source>
        <translation>{0} gibt oder nimmt Objekte unbekannter Art.</translation>
    </message>
    <message>
        <source>{0} gives {1}, not one number per class.</source>
        <translation>{0} gibt {1} aus, nicht eine Zahl je Klasse.</translation>
    </message>
    <message>
        <source>{0} has no (or too few) arrays for the layers {1}; it has arrays for {2}.</source>
        <translation>{0} hat keine (oder zu wenige) Arrays für die Schichten {1}; vorhanden sind Arrays für {2}.</translation>
    </message>
    <message>
        <source>{0} has no frame {1}.</source>
        <translation>{0} hat kein Einzelbild {1}.</translation>
    </message>
    <message>
        <source>{0} has no graph of its own.</source>
        <translation>{0} hat keinen eigenen Graphen.</translation>
    </message>
    <message>
        <source>{0} has no linear map</source>
        <translation>{0} hat keine lineare Abbildung</translation>
    </message>
    <message>
        <source>{0} has no option {1}.</source>
        <translation>{0} hat keine Option {1}.</translation>
    </message>
    <message>
        <source>{0} has no values for {1}.</source>
        <translation>{0} hat keine Werte für {1}.</translation>
    </message>
    <message>
        <source>{0} has no volume {1}.</source>
        <translation>{0} hat kein Volumen {1}.</translation>
    </message>
    <message>
        <source>{0} has no {1} slice {2}.</source>
        <translation>{0} hat keinen Schnitt {2} ({1}).</translation>
    </message>
    <message>
        <source>{0} has nothing to call.</source>
        <translation>{0} hat nichts, was sich aufrufen ließe.</translation>
    </message>
    <message>
        <source>{0} has the wrong type</source>
        <translation>{0} hat den falschen Typ</translation>
    </message>
    <message>
        <source>{0} holds Python code, which would run when the network is opened.</source>
        <translation>{0} enthält Python-Code, der beim Öffnen des Modells ausgeführt würde.</translation>
    </message>
    <message>
        <source>{0} holds a network as a Python object.</source>
        <translation>{0} enthält ein Modell als Python-Objekt.</translation>
    </message>
    <message>
        <source>{0} holds compiled objects.</source>
        <translation>{0} enthält übersetzte Objekte.</translation>
    </message>
    <message>
        <source>{0} holds layers that can run code or reach other files.</source>
        <translation>{0} enthält Schichten, die Code ausführen oder andere Dateien erreichen können.</translation>
    </message>
    <message>
        <source>{0} holds more than a network.</source>
        <translation>{0} enthält mehr als ein Modell.</translation>
    </message>
    <message>
        <source>{0} holds no image.</source>
        <translation>{0} enthält kein Bild.</translation>
    </message>
    <message>
        <source>{0} holds no labels.</source>
        <translation>{0} enthält keine Klassennamen.</translation>
    </message>
    <message>
        <source>{0} holds no layers.</source>
        <translation>{0} enthält keine Schichten.</translation>
    </message>
    <message>
        <source>{0} holds no network.</source>
        <translation>{0} enthält kein Modell.</translation>
    </message>
    <message>
        <source>{0} holds no picture classifier.</source>
        <translation>{0} enthält keinen Bildklassifikator.</translation>
    </message>
    <message>
        <source>{0} holds no picture.</source>
        <translation>{0} enthält kein Bild.</translation>
    </message>
    <message>
        <source>{0} holds no weights of a network.</source>
        <translation>{0} enthält keine Gewichte eines Modells.</translation>
    </message>
    <message>
        <source>{0} holds no weights.</source>
        <translation>{0} enthält keine Gewichte.</translation>
    </message>
    <message>
        <source>{0} holds only weights, and not how they are connected.</source>
        <translation>{0} enthält nur Gewichte und nicht, wie sie verbunden sind.</translation>
    </message>
    <message>
        <source>{0} holds only weights.</source>
        <translation>{0} enthält nur Gewichte.</translation>
    </message>
    <message>
        <source>{0} holds operations that reach files on this computer.</source>
        <translation>{0} enthält Operationen, die Dateien auf diesem Rechner erreichen.</translation>
    </message>
    <message>
        <source>{0} holds operations that run code or reach files on this computer.</source>
        <translation>{0} enthält Operationen, die Code ausführen oder Dateien auf diesem Rechner erreichen.</translation>
    </message>
    <message>
        <source>{0} holds values of a kind that Keras never writes.</source>
        <translation>{0} enthält Werte einer Art, die Keras nie schreibt.</translation>
    </message>
    <message>
        <source>{0} holds weights without the network.</source>
        <translation>{0} enthält Gewichte ohne das Modell.</translation>
    </message>
    <message>
        <source>{0} images in {1} iterations were asked for.</source>
        <translation>Verlangt wurden {0} Bilder in {1} Iterationen.</translation>
    </message>
    <message>
        <source>{0} is a SavedModel written as text.</source>
        <translation>{0} ist ein als Text geschriebenes SavedModel.</translation>
    </message>
    <message>
        <source>{0} is a checkpoint in the form of TensorFlow before 1.0.</source>
        <translation>{0} ist ein Checkpoint in der Form von TensorFlow vor 1.0.</translation>
    </message>
    <message>
        <source>{0} is a folder without files.</source>
        <translation>{0} ist ein Ordner ohne Dateien.</translation>
    </message>
    <message>
        <source>{0} is a folder.</source>
        <translation>{0} ist ein Ordner.</translation>
    </message>
    <message>
        <source>{0} is a mean file, not a network.</source>
        <translation>{0} ist eine Mittelwertdatei, kein Modell.</translation>
    </message>
    <message>
        <source>{0} is a network without weights.</source>
        <translation>{0} ist ein Modell ohne Gewichte.</translation>
    </message>
    <message>
        <source>{0} is a segmentation.</source>
        <translation>{0} ist eine Segmentierung.</translation>
    </message>
    <message>
        <source>{0} is a web page, not a network.</source>
        <translation>{0} ist eine Webseite, kein Modell.</translation>
    </message>
    <message>
        <source>{0} is an archive, not a network.</source>
        <translation>{0} ist ein Archiv, kein Modell.</translation>
    </message>
    <message>
        <source>{0} is cut short or damaged.</source>
        <translation>{0} ist abgeschnitten oder beschädigt.</translation>
    </message>
    <message>
        <source>{0} is cut short.</source>
        <translation>{0} ist abgeschnitten.</translation>
    </message>
    <message>
        <source>{0} is damaged or incomplete.</source>
        <translation>{0} ist beschädigt oder unvollständig.</translation>
    </message>
    <message>
        <source>{0} is damaged.</source>
        <translation>{0} ist beschädigt.</translation>
    </message>
    <message>
        <source>{0} is empty.</source>
        <translation>{0} ist leer.</translation>
    </message>
    <message>
        <source>{0} is incomplete.</source>
        <translation>{0} ist unvollständig.</translation>
    </message>
    <message>
        <source>{0} is missing</source>
        <translation>{0} fehlt</translation>
    </message>
    <message>
        <source>{0} is missing or empty, but contents are still there.</source>
        <translation>{0} fehlt oder ist leer, aber Inhalte sind noch da.</translation>
    </message>
    <message>
        <source>{0} is no answer</source>
        <translation>{0} ist keine Antwort</translation>
    </message>
    <message>
        <source>{0} is no digest</source>
        <translation>{0} ist keine Prüfsumme</translation>
    </message>
    <message>
        <source>{0} is no value for the setting {1}</source>
        <translation>{0} ist kein Wert für die Einstellung {1}</translation>
    </message>
    <message>
        <source>{0} is not a Caffe structure.</source>
        <translation>{0} ist keine Caffe-Struktur.</translation>
    </message>
    <message>
        <source>{0} is not a library of this program.</source>
        <translation>{0} ist keine Bibliothek dieses Programms.</translation>
    </message>
    <message>
        <source>{0} is not a mean file.</source>
        <translation>{0} ist keine Mittelwertdatei.</translation>
    </message>
    <message>
        <source>{0} is not a network.</source>
        <translation>{0} ist kein Modell.</translation>
    </message>
    <message>
        <source>{0} is not a picture that can be read.</source>
        <translation>{0} ist kein lesbares Bild.</translation>
    </message>
    <message>
        <source>{0} is not a replay file.</source>
        <translation>{0} ist keine Datei zum Wiederholen.</translation>
    </message>
    <message>
        <source>{0} is not a whole number</source>
        <translation>{0} ist keine ganze Zahl</translation>
    </message>
    <message>
        <source>{0} is not a whole number from 0 on</source>
        <translation>{0} ist keine ganze Zahl ab 0</translation>
    </message>
    <message>
        <source>{0} is not an exported project.</source>
        <translation>{0} ist kein exportiertes Projekt.</translation>
    </message>
    <message>
        <source>{0} is not an ordinary file.</source>
        <translation>{0} ist keine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>{0} is not safe to open.</source>
        <translation>{0} ist nicht sicher zu öffnen.</translation>
    </message>
    <message>
        <source>{0} is not the network of the replay file.</source>
        <translation>{0} ist nicht das Modell der Datei.</translation>
    </message>
    <message>
        <source>{0} is not the picture of the replay file.</source>
        <translation>{0} ist nicht das Bild der Datei.</translation>
    </message>
    <message>
        <source>{0} is not what was last written: its disk fails, or another program has changed it, and what it says may be wrong. Restore the folder from a backup, or remove {1} to go on with it as it is.</source>
        <translation>{0} ist nicht, was zuletzt geschrieben wurde: Der Datenträger versagt, oder ein anderes Programm hat sie verändert, und ihr Inhalt kann falsch sein. Stellen Sie den Ordner aus einer Sicherung wieder her, oder entfernen Sie {1}, um damit so fortzufahren.</translation>
    </message>
    <message>
        <source>{0} is only a pointer to the network.</source>
        <translation>{0} ist nur ein Verweis auf das Modell.</translation>
    </message>
    <message>
        <source>{0} is only half of a Caffe network.</source>
        <translation>{0} ist nur die Hälfte eines Caffe-Netzes.</translation>
    </message>
    <message>
        <source>{0} is packed in an unusual way.</source>
        <translation>{0} ist auf ungewöhnliche Weise gepackt.</translation>
    </message>
    <message>
        <source>{0} is the graph of a SavedModel under another name.</source>
        <translation>{0} ist der Graph eines SavedModel unter anderem Namen.</translation>
    </message>
    <message>
        <source>{0} is too large.</source>
        <translation>{0} ist zu groß.</translation>
    </message>
    <message>
        <source>{0} is written in Caffe&apos;s oldest form (V0).</source>
        <translation>{0} ist in der ältesten Form von Caffe (V0) geschrieben.</translation>
    </message>
    <message>
        <source>{0} is {1} in the graph and {2} in the weights</source>
        <translation>{0} ist {1} im Graphen und {2} in den Gewichten</translation>
    </message>
    <message>
        <source>{0} is {1} instead of {2}</source>
        <translation>{0} ist {1} statt {2}</translation>
    </message>
    <message>
        <source>{0} is {1}, not a network.</source>
        <translation>{0} ist {1}, kein Modell.</translation>
    </message>
    <message>
        <source>{0} is {1}.</source>
        <translation>{0} ist {1}.</translation>
    </message>
    <message>
        <source>{0} leads to no checkpoint.</source>
        <translation>{0} führt zu keinem Checkpoint.</translation>
    </message>
    <message>
        <source>{0} may not be read.</source>
        <translation>{0} darf nicht gelesen werden.</translation>
    </message>
    <message>
        <source>{0} minutes</source>
        <translation>{0} Minuten</translation>
    </message>
    <message>
        <source>{0} needs a size.</source>
        <translation>{0} braucht eine Größe.</translation>
    </message>
    <message>
        <source>{0} needs more memory than there is.</source>
        <translation>{0} braucht mehr Speicher, als da ist.</translation>
    </message>
    <message>
        <source>{0} needs the smallest and largest possible input.</source>
        <translation>{0} braucht die kleinstmögliche und größtmögliche Eingabe.</translation>
    </message>
    <message>
        <source>{0} needs too much memory to open.</source>
        <translation>{0} braucht zu viel Speicher zum Öffnen.</translation>
    </message>
    <message>
        <source>{0} needs {1} bytes at {2}, the file has {3} bytes.</source>
        <translation>{0} braucht {1} Byte bei {2}, die Datei hat {3} Byte.</translation>
    </message>
    <message>
        <source>{0} of the relevance came to neurons that only their bias had switched on.</source>
        <translation>{0} der Relevanz gelangte zu Neuronen, die nur ihr Bias eingeschaltet hatte.</translation>
    </message>
    <message>
        <source>{0} of the relevance is missing without a cause.</source>
        <translation>{0} der Relevanz fehlt ohne Ursache.</translation>
    </message>
    <message>
        <source>{0} points to other files on this computer.</source>
        <translation>{0} verweist auf andere Dateien auf diesem Rechner.</translation>
    </message>
    <message>
        <source>{0} removed</source>
        <translation>{0} entfernt</translation>
    </message>
    <message>
        <source>{0} says: {1}</source>
        <translation>{0} sagt: {1}</translation>
    </message>
    <message>
        <source>{0} seconds</source>
        <translation>{0} Sekunden</translation>
    </message>
    <message>
        <source>{0} slice {1} of {2}</source>
        <translation>{0}, Schnitt {1} von {2}</translation>
    </message>
    <message>
        <source>{0} stored contents belong to nothing; the next start removes them.</source>
        <translation>{0} gespeicherte Inhalte gehören zu nichts; der nächste Start entfernt sie.</translation>
    </message>
    <message>
        <source>{0} takes too long to open.</source>
        <translation>{0} braucht zu lange zum Öffnen.</translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation>{0} bis {1}</translation>
    </message>
    <message>
        <source>{0} uses layers or functions that are not Keras&apos;s own.</source>
        <translation>{0} verwendet Schichten oder Funktionen, die nicht von Keras selbst sind.</translation>
    </message>
    <message>
        <source>{0} uses operations that are not known here.</source>
        <translation>{0} verwendet Operationen, die hier nicht bekannt sind.</translation>
    </message>
    <message>
        <source>{0} uses {1}.</source>
        <translation>{0} verwendet {1}.</translation>
    </message>
    <message>
        <source>{0} values that are not finite are black</source>
        <translation>{0} nicht endliche Werte sind schwarz</translation>
    </message>
    <message>
        <source>{0} was converted again since then, with other bytes; its numbers can differ a little.</source>
        <translation>{0} wurde seitdem neu umgewandelt, mit anderen Bytes; die Zahlen können etwas abweichen.</translation>
    </message>
    <message>
        <source>{0} was made by a newer version of the program.</source>
        <translation>{0} stammt von einer neueren Version des Programms.</translation>
    </message>
    <message>
        <source>{0} was saved as it behaves during training.</source>
        <translation>{0} wurde so gespeichert, wie es sich beim Training verhält.</translation>
    </message>
    <message>
        <source>{0} was saved by Keras {1}, the first generation.</source>
        <translation>{0} wurde von Keras {1} gespeichert, der ersten Generation.</translation>
    </message>
    <message>
        <source>{0} was written by one of the first versions of PyTorch.</source>
        <translation>{0} wurde von einer der ersten Versionen von PyTorch geschrieben.</translation>
    </message>
    <message>
        <source>{0} would need too much memory.</source>
        <translation>{0} würde zu viel Speicher brauchen.</translation>
    </message>
    <message>
        <source>{0} would run code when it is opened.</source>
        <translation>{0} würde beim Öffnen Code ausführen.</translation>
    </message>
    <message>
        <source>{0} would run code while it is opened.</source>
        <translation>{0} würde während des Öffnens Code ausführen.</translation>
    </message>
    <message>
        <source>{0} {1} cannot be folded ({2}): {3}.</source>
        <translation>{0} {1} lässt sich nicht einrechnen ({2}): {3}.</translation>
    </message>
    <message>
        <source>{0} {1} then, {2} now</source>
        <translation>damals {0} {1}, jetzt {2}</translation>
    </message>
    <message>
        <source>{0} × {1} with {2} channels</source>
        <translation>{0} × {1} mit {2} Kanälen</translation>
    </message>
    <message>
        <source>{0} “{1}” is a guess, and can give wrong answers.</source>
        <translation>{0} „{1}“ ist eine Vermutung und kann falsche Antworten ergeben.</translation>
    </message>
    <message>
        <source>{0}, {1} bits</source>
        <translation>{0}, {1} Bit</translation>
    </message>
    <message>
        <source>{0}.data is cut short.</source>
        <translation>{0}.data ist abgeschnitten.</translation>
    </message>
    <message>
        <source>{0}; {1} is used.</source>
        <translation>{0}; verwendet wird {1}.</translation>
    </message>
    <message>
        <source>{0}; {1} × {2} is used.</source>
        <translation>{0}; verwendet wird {1} × {2}.</translation>
    </message>
    <message>
        <source>{0}; {1}, for which it was exported, is used.</source>
        <translation>{0}; verwendet wird {1}, wofür es exportiert wurde.</translation>
    </message>
    <message>
        <source>{0}Name the architecture that they were trained with.</source>
        <translation>{0}Nennen Sie die Architektur, mit der sie trainiert wurden.</translation>
    </message>
    <message>
        <source>|x| shares</source>
        <translation>|x|-Anteile</translation>
    </message>
    <message>
        <source>× mean</source>
        <translation>× Ø</translation>
    </message>
    <message>
        <source>α − β must be 1 and β not negative, not α = {0}, β = {1}</source>
        <translation>α − β muss 1 und β nicht negativ sein, nicht α = {0}, β = {1}</translation>
    </message>
    <message>
        <source>α{0} β{1} textbook</source>
        <translation>α{0} β{1} Lehrbuch</translation>
    </message>
    <message>
        <source>γ &lt; 0 in {0} of {1} channels</source>
        <translation>γ &lt; 0 in {0} von {1} Kanälen</translation>
    </message>
    <message>
        <source>γ {0} textbook</source>
        <translation>γ {0} Lehrbuch</translation>
    </message>
    <message>
        <source>ε shares {0}</source>
        <translation>ε-Anteile {0}</translation>
    </message>
    <message>
        <source>“{0}” ({1}) gives each of them a half.</source>
        <translation>„{0}“ ({1}) gibt jedem von ihnen die Hälfte.</translation>
    </message>
    <message>
        <source>“{0}” fits several {1}s.</source>
        <translation>„{0}“ passt auf mehrere Einträge ({1}).</translation>
    </message>
</context>
<context>
    <name>Methods</name>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/method_words.py"/>
        <source>A rule per depth of the network; smooth regions.</source>
        <translation>Eine Regel je Tiefe des Modells; glatte Bereiche.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/method_words.py"/>
        <source>A rule per depth; knows the range of the pixels.</source>
        <translation>Eine Regel je Tiefe; kennt den Wertebereich der Pixel.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/method_words.py"/>
        <source>As α2β1, coarser at the pixels.</source>
        <translation>Wie α2β1, an den Pixeln gröber.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/method_words.py"/>
        <source>As α2β1, where a network multiplies two of its values: a half each.</source>
        <translation>Wie α2β1, wo ein Modell zwei seiner Werte multipliziert: je zur Hälfte.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/method_words.py"/>
        <source>As α2β1; pooling passes everything to its largest input.</source>
        <translation>Wie α2β1; Pooling gibt alles an seine größte Eingabe weiter.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/method_words.py"/>
        <source>As γ, where two values are multiplied: a half each.</source>
        <translation>Wie γ, wo zwei Werte multipliziert werden: je zur Hälfte.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/method_words.py"/>
        <source>As ε, but also through where attention looks; much of it is lost on the way.</source>
        <translation>Wie ε, zusätzlich durch die Orte der Attention; viel davon geht unterwegs verloren.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/method_words.py"/>
        <source>As ε, where two values are multiplied: a half each.</source>
        <translation>Wie ε, wo zwei Werte multipliziert werden: je zur Hälfte.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/method_words.py"/>
        <source>Clear regions, with what speaks against.</source>
        <translation>Klare Bereiche, mit dem, was dagegen spricht.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/method_words.py"/>
        <source>Close to the gradient: fine; right for attention, noisy for convolutions.</source>
        <translation>Nahe am Gradienten: fein; richtig für Attention, verrauscht bei Faltungen.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/method_words.py"/>
        <source>For attention between convolutions: as ε, calmer where convolutions look.</source>
        <translation>Für Attention zwischen Faltungen: wie ε, ruhiger bei Faltungen.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/method_words.py"/>
        <source>Looks at the weights only, not at the picture&apos;s values.</source>
        <translation>Betrachtet nur die Gewichte, nicht die Werte des Bildes.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/method_words.py"/>
        <source>Only what speaks for the target, without biases; smooth.</source>
        <translation>Nur was für die Zielklasse spricht, ohne Bias; glatt.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/method_words.py"/>
        <source>Only what speaks for the target; calm, wide regions.</source>
        <translation>Nur was für die Zielklasse spricht; ruhige, weite Bereiche.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/method_words.py"/>
        <source>Prefers what speaks for the target, keeps some against.</source>
        <translation>Bevorzugt, was für die Zielklasse spricht, behält etwas dagegen.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/method_words.py"/>
        <source>Quick and noisy; the simplest one with a sign.</source>
        <translation>Schnell und verrauscht; das einfachste mit Vorzeichen.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/method_words.py"/>
        <source>Spreads evenly: shows where the network looks at all.</source>
        <translation>Verteilt gleichmäßig: zeigt, wohin das Modell überhaupt schaut.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/method_words.py"/>
        <source>The formula exactly as published; to check against other programs.</source>
        <translation>Die Formel genau wie veröffentlicht; zum Vergleich mit anderen Programmen.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/method_words.py"/>
        <source>The same, where two values are multiplied: a half each.</source>
        <translation>Dasselbe, wo zwei Werte multipliziert werden: je zur Hälfte.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/method_words.py"/>
        <source>Where a small change would matter; it cannot tell for from against.</source>
        <translation>Wo eine kleine Änderung zählen würde; unterscheidet dafür und dagegen nicht.</translation>
    </message>
</context>
<context>
    <name>NetworkCare</name>
    <message>
        <location filename="../../deepintro_desktop/ui/docks/networks/care.py"/>
        <source>Already here</source>
        <translation>Bereits vorhanden</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/docks/networks/care.py"/>
        <source>As now</source>
        <translation>Wie jetzt</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/docks/networks/care.py"/>
        <source>How pixels are prepared</source>
        <translation>Wie Pixel aufbereitet werden</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/docks/networks/care.py"/>
        <source>How pixels are prepared for {0}</source>
        <translation>Wie Pixel für {0} aufbereitet werden</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/docks/networks/care.py"/>
        <source>Labels of {0}</source>
        <translation>Klassennamen von {0}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/docks/networks/care.py"/>
        <source>Labels replaced</source>
        <translation>Klassennamen ersetzt</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/docks/networks/care.py"/>
        <source>Replace the labels</source>
        <translation>Klassennamen ersetzen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/docks/networks/care.py"/>
        <source>The person who trained the network knows which way is right; with another one its answers are wrong. Another way is added as a model of its own, so that nothing is lost.</source>
        <translation>Wer das Modell trainiert hat, weiß, was richtig ist; mit einer anderen Aufbereitung sind die Antworten falsch. Eine andere wird als eigenes Modell hinzugefügt, damit nichts verloren geht.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/docks/networks/care.py"/>
        <source>This network with this preparation is {0}.</source>
        <translation>Dieses Modell mit dieser Aufbereitung ist {0}.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/docks/networks/care.py"/>
        <source>grey</source>
        <translation>grau</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/docks/networks/care.py"/>
        <source>{0} has the names of {1} now.</source>
        <translation>{0} hat jetzt die Namen aus {1}.</translation>
    </message>
</context>
<context>
    <name>NetworkItemModel</name>
    <message>
        <location filename="../../deepintro_desktop/ui/docks/networks/item_model.py"/>
        <source> (a guess)</source>
        <translation> (eine Vermutung)</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/docks/networks/item_model.py"/>
        <source>Checked against {0}: largest difference {1}</source>
        <translation>Verglichen mit {0}: größter Unterschied {1}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/docks/networks/item_model.py"/>
        <source>Input {0}{1}</source>
        <translation>Eingabe {0}{1}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/docks/networks/item_model.py"/>
        <source>Not checked against its own runtime</source>
        <translation>Nicht mit der eigenen Laufzeitumgebung verglichen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/docks/networks/item_model.py"/>
        <source>Usual method: {0}</source>
        <translation>Übliches Verfahren: {0}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/docks/networks/item_model.py"/>
        <source>{0} classes</source>
        <translation>{0} Klassen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/docks/networks/item_model.py"/>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/docks/networks/item_model.py"/>
        <source>{0}: {1} (a guess)</source>
        <translation>{0}: {1} (eine Vermutung)</translation>
    </message>
</context>
<context>
    <name>NetworkRowDelegate</name>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/dock_row.py"/>
        <source>Predict only</source>
        <translation>Nur Vorhersage</translation>
    </message>
</context>
<context>
    <name>Networks</name>
    <message>
        <location filename="../../deepintro_desktop/ui/docks/networks/presenter.py"/>
        <source>Add a model</source>
        <translation>Modell hinzufügen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/docks/networks/presenter.py"/>
        <source>Already here</source>
        <translation>Bereits vorhanden</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/docks/networks/presenter.py"/>
        <source>This network is {0}.</source>
        <translation>Dieses Modell ist {0}.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/docks/networks/presenter.py"/>
        <source>{0} can be predicted, but not explained</source>
        <translation>{0} kann vorhersagen, aber nicht erklärt werden</translation>
    </message>
</context>
<context>
    <name>NetworksDock</name>
    <message>
        <location filename="../../deepintro_desktop/ui/docks/networks/view.py"/>
        <source>Add a model</source>
        <translation>Modell hinzufügen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/docks/networks/view.py"/>
        <source>Added: {0}</source>
        <translation>Hinzugefügt: {0}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/docks/networks/view.py"/>
        <source>As ONNX: SHA-256 {0}</source>
        <translation>Als ONNX: SHA-256 {0}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/docks/networks/view.py"/>
        <source>Details…</source>
        <translation>Einzelheiten …</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/docks/networks/view.py"/>
        <source>How pixels are prepared…</source>
        <translation>Wie Pixel aufbereitet werden …</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/docks/networks/view.py"/>
        <source>Labels…</source>
        <translation>Klassennamen …</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/docks/networks/view.py"/>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/docks/networks/view.py"/>
        <source>No models yet</source>
        <translation>Noch keine Modelle</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/docks/networks/view.py"/>
        <source>ONNX, PyTorch, TensorFlow, Keras or Caffe</source>
        <translation>ONNX, PyTorch, TensorFlow, Keras oder Caffe</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/docks/networks/view.py"/>
        <source>Pixels: {0}</source>
        <translation>Pixel: {0}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/docks/networks/view.py"/>
        <source>{0} classes of {1}</source>
        <translation>{0} Klassen von {1}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/docks/networks/view.py"/>
        <source>{0}: {1}, {2} bytes, SHA-256 {3}</source>
        <translation>{0}: {1}, {2} Byte, SHA-256 {3}</translation>
    </message>
</context>
<context>
    <name>Occlusion</name>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/words.py"/>
        <source>1 pixel</source>
        <translation>1 Pixel</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/words.py"/>
        <source>Analysis stopped</source>
        <translation>Analyse angehalten</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/presenter.py"/>
        <source>Bring back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/presenter.py"/>
        <source>Bring back the features of then?</source>
        <translation>Die damaligen Merkmale zurückholen?</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/words.py"/>
        <source>Choose another target class or another method</source>
        <translation>Wählen Sie eine andere Zielklasse oder ein anderes Verfahren</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/words.py"/>
        <source>Draw a line across it to cut it in two, or press Esc.</source>
        <translation>Ziehen Sie eine Linie darüber, um es zu teilen, oder drücken Sie Esc.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/words.py"/>
        <source>Every feature is deleted</source>
        <translation>Alle Merkmale sind gelöscht</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/words.py"/>
        <source>Feature {0}</source>
        <translation>Merkmal {0}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/words.py"/>
        <source>It belonged to the picture or the settings from before. Analyse again to have it here.</source>
        <translation>Sie gehörte zum Bild oder zu den Einstellungen von vorher. Analysieren Sie erneut, um sie hier zu haben.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/words.py"/>
        <source>It holds {0} of the network&apos;s input; features that are found have at least {1}.</source>
        <translation>Sie enthält {0} der Eingabe des Modells; gefundene Merkmale haben mindestens {1}.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/words.py"/>
        <source>Lower the minimum size to {0}</source>
        <translation>Senken Sie die Mindestgröße auf {0}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/words.py"/>
        <source>Lower the threshold to {0:g}</source>
        <translation>Senken Sie die Schwelle auf {0:g}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/words.py"/>
        <source>Minimum size {0}</source>
        <translation>Mindestgröße {0}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/words.py"/>
        <source>No feature at this threshold</source>
        <translation>Kein Merkmal bei dieser Schwelle</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/words.py"/>
        <source>No region reaches {0:g} times the mean relevance.</source>
        <translation>Kein Bereich erreicht das {0:g}-Fache der mittleren Relevanz.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/words.py"/>
        <source>Nothing in this picture speaks for the target class.</source>
        <translation>Nichts in diesem Bild spricht für die Zielklasse.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/words.py"/>
        <source>Nothing is occluded any more</source>
        <translation>Es ist nichts mehr verdeckt</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/warner.py"/>
        <source>Read this map with care</source>
        <translation>Lesen Sie diese Karte mit Vorsicht</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/words.py"/>
        <source>The features are others now. Undo brings them back.</source>
        <translation>Die Merkmale sind jetzt andere. „Rückgängig“ bringt sie zurück.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/presenter.py"/>
        <source>The features that you have drawn or changed since are replaced by those of the earlier result.</source>
        <translation>Die Merkmale, die Sie seitdem gezeichnet oder geändert haben, werden durch die des früheren Ergebnisses ersetzt.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/words.py"/>
        <source>The largest region has {0} pixels, and the minimum size is {1}.</source>
        <translation>Der größte Bereich hat {0} Pixel, und die Mindestgröße ist {1}.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/words.py"/>
        <source>This feature is one piece</source>
        <translation>Dieses Merkmal ist ein einziges Stück</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/words.py"/>
        <source>This network can be predicted, but not explained</source>
        <translation>Dieses Modell kann vorhersagen, aber nicht erklärt werden</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/words.py"/>
        <source>Threshold {0:g}</source>
        <translation>Schwelle {0:g}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/words.py"/>
        <source>Undo brings them back, or draw one.</source>
        <translation>„Rückgängig“ bringt sie zurück, oder zeichnen Sie eines.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/words.py"/>
        <source>all {0} features occluded</source>
        <translation>alle {0} Merkmale verdeckt</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/words.py"/>
        <source>feature 1 occluded</source>
        <translation>Merkmal 1 verdeckt</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/words.py"/>
        <source>feature {0} occluded</source>
        <translation>Merkmal {0} verdeckt</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/words.py"/>
        <source>features {0} occluded</source>
        <translation>Merkmale {0} verdeckt</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/words.py"/>
        <source>nothing occluded</source>
        <translation>nichts verdeckt</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/words.py"/>
        <source>or the threshold to {0:g}</source>
        <translation>oder die Schwelle auf {0:g}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/words.py"/>
        <source>{0} of {1} features occluded</source>
        <translation>{0} von {1} Merkmalen verdeckt</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/words.py"/>
        <source>{0} pixels</source>
        <translation>{0} Pixel</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/presenter.py"/>
        <source>{0}: {1}, by {2}</source>
        <translation>{0}: {1}, mit {2}</translation>
    </message>
</context>
<context>
    <name>OcclusionPages</name>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/pages.py"/>
        <source>Explain</source>
        <translation>Erklären</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/pages.py"/>
        <source>Nothing was computed for this picture.</source>
        <translation>Für dieses Bild wurde nichts berechnet.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/pages.py"/>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
</context>
<context>
    <name>OcclusionTab</name>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/view.py"/>
        <source>Copy the list</source>
        <translation>Liste kopieren</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/view.py"/>
        <source>Reading the picture…</source>
        <translation>Das Bild wird gelesen …</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/view.py"/>
        <source>This network can be predicted, but not explained.</source>
        <translation>Dieses Modell kann vorhersagen, aber nicht erklärt werden.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/view.py"/>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>OneExplanation</name>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/earlier/details.py"/>
        <source>Copy all</source>
        <translation>Alles kopieren</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/earlier/details.py"/>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/earlier/details.py"/>
        <source>Where it came from</source>
        <translation>Woher sie stammt</translation>
    </message>
</context>
<context>
    <name>OwnPanel</name>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/own_panel.py"/>
        <source>Cut out the middle</source>
        <translation>Mitte ausschneiden</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/own_panel.py"/>
        <source>Divided by</source>
        <translation>Geteilt durch</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/own_panel.py"/>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/own_panel.py"/>
        <source>Fit to the size</source>
        <translation>An die Größe anpassen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/own_panel.py"/>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/own_panel.py"/>
        <source>Mean</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/own_panel.py"/>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/own_panel.py"/>
        <source>Order of channels</source>
        <translation>Reihenfolge der Kanäle</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/own_panel.py"/>
        <source>Pad</source>
        <translation>Mit Rand auffüllen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/own_panel.py"/>
        <source>Scale</source>
        <translation>Skalierung</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/own_panel.py"/>
        <source>Stretch</source>
        <translation>Strecken</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/own_panel.py"/>
        <source>This network takes pictures of one size only.</source>
        <translation>Dieses Modell nimmt nur Bilder einer einzigen Größe.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/own_panel.py"/>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/own_panel.py"/>
        <source>Your settings</source>
        <translation>Ihre Einstellungen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/own_panel.py"/>
        <source>value = (pixel × scale − mean) / divisor, with pixels from 0 to 255</source>
        <translation>Wert = (Pixel × Skalierung − Mittelwert) / Teiler, mit Pixeln von 0 bis 255</translation>
    </message>
</context>
<context>
    <name>OwnPreparation</name>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/own.py"/>
        <source>Divided by</source>
        <translation>Geteilt durch</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/own.py"/>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/own.py"/>
        <source>Mean</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/own.py"/>
        <source>Scale</source>
        <translation>Skalierung</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/own.py"/>
        <source>There are {0}.</source>
        <translation>Es sind {0}.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/own.py"/>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/own.py"/>
        <source>{0} needs one number, or {1} with commas between them.</source>
        <translation>{0} braucht eine Zahl, oder {1} mit Kommas dazwischen.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/own.py"/>
        <source>{0}: {1!r} is not a number.</source>
        <translation>{0}: {1!r} ist keine Zahl.</translation>
    </message>
</context>
<context>
    <name>Patient</name>
    <message>
        <location filename="../../deepintro_desktop/workflows/picture_view.py"/>
        <source>Born: {0}</source>
        <translation>Geboren: {0}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/workflows/picture_view.py"/>
        <source>ID: {0}</source>
        <translation>ID: {0}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/workflows/picture_view.py"/>
        <source>Patient: {0}</source>
        <translation>Patient: {0}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/workflows/picture_view.py"/>
        <source>Sex: {0}</source>
        <translation>Geschlecht: {0}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/workflows/picture_view.py"/>
        <source>Study of: {0}</source>
        <translation>Untersuchung vom: {0}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/workflows/picture_view.py"/>
        <source>The file does not say whose picture it is.</source>
        <translation>Die Datei sagt nicht, von wem das Bild ist.</translation>
    </message>
</context>
<context>
    <name>PictureStrip</name>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/strip.py"/>
        <source>Choose one to see answers. The model can also be added without.</source>
        <translation>Wählen Sie eines, um Antworten zu sehen. Das Modell kann auch ohne Bild hinzugefügt werden.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/strip.py"/>
        <source>Click a picture to try it, or drop your own.</source>
        <translation>Klicken Sie auf ein Bild, um es auszuprobieren, oder legen Sie ein eigenes ab.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/strip.py"/>
        <source>No pictures yet</source>
        <translation>Noch keine Bilder</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/strip.py"/>
        <source>Try another picture</source>
        <translation>Anderes Bild ausprobieren</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/strip.py"/>
        <source>Try another picture; it is not added</source>
        <translation>Anderes Bild ausprobieren; es wird nicht hinzugefügt</translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <location filename="../../deepintro_desktop/core/picture_view.py"/>
        <source>as the file comes</source>
        <translation>wie die Datei es vorgibt</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/picture_view.py"/>
        <source>axial</source>
        <translation>axial</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/picture_view.py"/>
        <source>background {0}</source>
        <translation>Hintergrund {0}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/picture_view.py"/>
        <source>coronal</source>
        <translation>koronal</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/picture_view.py"/>
        <source>frame {0}</source>
        <translation>Einzelbild {0}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/picture_view.py"/>
        <source>sagittal</source>
        <translation>sagittal</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/picture_view.py"/>
        <source>slice {0}</source>
        <translation>Schnitt {0}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/picture_view.py"/>
        <source>window at {0}, {1} wide</source>
        <translation>Fenster bei {0}, {1} breit</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/core/picture_view.py"/>
        <source>with overlays</source>
        <translation>mit Overlays</translation>
    </message>
</context>
<context>
    <name>PlaceGroup</name>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/image_view/controls.py"/>
        <source> of {0}</source>
        <translation> von {0}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/image_view/controls.py"/>
        <source>{0}, as a number</source>
        <translation>{0}, als Zahl</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/preferences.py"/>
        <source>Another language or device is used from the next start on.</source>
        <translation>Eine andere Sprache oder ein anderes Gerät gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/preferences.py"/>
        <source>Appearance</source>
        <translation>Erscheinungsbild</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/preferences.py"/>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/preferences.py"/>
        <source>Compute on</source>
        <translation>Rechnen auf</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/preferences.py"/>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/preferences.py"/>
        <source>Graphics (Apple)</source>
        <translation>Grafik (Apple)</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/preferences.py"/>
        <source>Graphics card (CUDA)</source>
        <translation>Grafikkarte (CUDA)</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/preferences.py"/>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/preferences.py"/>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/preferences.py"/>
        <source>Methods called LRP are covered by patents and free of charge for personal and scientific use only. For commercial use, check whether you need a licence, or choose another method here.</source>
        <translation>Verfahren mit dem Namen LRP sind durch Patente geschützt und nur für persönliche und wissenschaftliche Zwecke kostenlos. Prüfen Sie bei kommerzieller Nutzung, ob Sie eine Lizenz brauchen, oder wählen Sie hier ein anderes Verfahren.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/preferences.py"/>
        <source>Preferences</source>
        <translation>Voreinstellungen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/preferences.py"/>
        <source>Processor (CPU)</source>
        <translation>Prozessor (CPU)</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/preferences.py"/>
        <source>Relevance of new explanations</source>
        <translation>Relevanz neuer Erklärungen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/preferences.py"/>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/preferences.py"/>
        <source>Show at once whose picture a medical file is</source>
        <translation>Sofort zeigen, von wem eine medizinische Bilddatei ist</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/preferences.py"/>
        <source>The fastest that is there</source>
        <translation>Dem schnellsten vorhandenen Gerät</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/preferences.py"/>
        <source>What suits each model (LRP)</source>
        <translation>Was zum jeweiligen Modell passt (LRP)</translation>
    </message>
</context>
<context>
    <name>Preparations</name>
    <message>
        <location filename="../../deepintro_desktop/workflows/detective.py"/>
        <source>0 to 1</source>
        <translation>0 bis 1</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/workflows/detective.py"/>
        <source>: here all say {0}</source>
        <translation>; hier sagen alle {0}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/workflows/detective.py"/>
        <source>: here both say {0}</source>
        <translation>; hier sagen beide {0}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/workflows/detective.py"/>
        <source>: here {0}</source>
        <translation>; hier: {0}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/workflows/detective.py"/>
        <source>A high number proves nothing by itself, so choose the column whose answers are true</source>
        <translation>Eine hohe Zahl beweist für sich allein nichts; wählen Sie daher die Spalte, deren Antworten stimmen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/workflows/detective.py"/>
        <source>As the files say</source>
        <translation>Wie in den Dateien</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/workflows/detective.py"/>
        <source>Best guess</source>
        <translation>Beste Vermutung</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/workflows/detective.py"/>
        <source>Caffe</source>
        <translation>Caffe</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/workflows/detective.py"/>
        <source>Caffe networks</source>
        <translation>Caffe-Netze</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/workflows/detective.py"/>
        <source>ImageNet</source>
        <translation>ImageNet</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/workflows/detective.py"/>
        <source>Keras networks</source>
        <translation>Keras-Netze</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/workflows/detective.py"/>
        <source>PyTorch networks</source>
        <translation>PyTorch-Netze</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/workflows/detective.py"/>
        <source>RGB minus mean</source>
        <translation>RGB minus Mittel</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/workflows/detective.py"/>
        <source>Raw</source>
        <translation>Roh</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/workflows/detective.py"/>
        <source>Recommended: by far the surest {0}, although {1} is usual for {2}.</source>
        <translation>Empfohlen: mit Abstand am sichersten {0}, obwohl „{1}“ für {2} üblich ist.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/workflows/detective.py"/>
        <source>Recommended: usual for {0}, and the surest {1}.</source>
        <translation>Empfohlen: üblich für {0} und am sichersten {1}.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/workflows/detective.py"/>
        <source>Recommended: usual for {0}. Choose a picture to see what each way gives.</source>
        <translation>Empfohlen: üblich für {0}. Wählen Sie ein Bild, um zu sehen, was jede Möglichkeit ergibt.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/workflows/detective.py"/>
        <source>Recommended: usual for {0}. {1} is surer {2}, which says little: {3}.</source>
        <translation>Empfohlen: üblich für {0}. „{1}“ ist {2} sicherer, was wenig besagt: {3}.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/workflows/detective.py"/>
        <source>TensorFlow networks</source>
        <translation>TensorFlow-Netze</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/workflows/detective.py"/>
        <source>The answer depends on how pixels are prepared.</source>
        <translation>Die Antwort hängt davon ab, wie Pixel aufbereitet werden.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/workflows/detective.py"/>
        <source>The files say how pixels are prepared.</source>
        <translation>Die Dateien sagen, wie Pixel aufbereitet werden.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/workflows/detective.py"/>
        <source>Your settings</source>
        <translation>Ihre Einstellungen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/workflows/detective.py"/>
        <source>five</source>
        <translation>fünf</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/workflows/detective.py"/>
        <source>four</source>
        <translation>vier</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/workflows/detective.py"/>
        <source>larger inputs make any answer surer</source>
        <translation>größere Eingaben machen jede Antwort sicherer</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/workflows/detective.py"/>
        <source>networks of this kind</source>
        <translation>Netze dieser Art</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/workflows/detective.py"/>
        <source>no</source>
        <translation>keine</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/workflows/detective.py"/>
        <source>on this picture</source>
        <translation>bei diesem Bild</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/workflows/detective.py"/>
        <source>one</source>
        <translation>eine</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/workflows/detective.py"/>
        <source>over {0} pictures</source>
        <translation>über {0} Bilder</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/workflows/detective.py"/>
        <source>six</source>
        <translation>sechs</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/workflows/detective.py"/>
        <source>the step is small</source>
        <translation>der Abstand ist klein</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/workflows/detective.py"/>
        <source>three</source>
        <translation>drei</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/workflows/detective.py"/>
        <source>two</source>
        <translation>zwei</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/workflows/detective.py"/>
        <source>{0} cannot say</source>
        <translation>{0} ohne klare Antwort</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/workflows/detective.py"/>
        <source>{0} say {1}</source>
        <translation>{0} sagen {1}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/workflows/detective.py"/>
        <source>{0} says {1}</source>
        <translation>{0} sagt {1}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/workflows/detective.py"/>
        <source>−1 to 1</source>
        <translation>−1 bis 1</translation>
    </message>
</context>
<context>
    <name>PresetButton</name>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/cards.py"/>
        <source>No answer yet</source>
        <translation>Noch keine Antwort</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/cards.py"/>
        <source>recommended</source>
        <translation>empfohlen</translation>
    </message>
</context>
<context>
    <name>PresetRow</name>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/cards.py"/>
        <source>Ways to prepare pixels</source>
        <translation>Möglichkeiten, Pixel aufzubereiten</translation>
    </message>
</context>
<context>
    <name>ProjectRowDelegate</name>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/project_row.py"/>
        <source>open</source>
        <translation>offen</translation>
    </message>
</context>
<context>
    <name>Projects</name>
    <message>
        <location filename="../../deepintro_desktop/ui/presenters/projects.py"/>
        <source>1 image names its patient and stayed here.</source>
        <translation>1 Bild nennt seinen Patienten und blieb hier.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/presenters/projects.py"/>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/presenters/projects.py"/>
        <source>Delete “{0}”?</source>
        <translation>„{0}“ löschen?</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/presenters/projects.py"/>
        <source>Everything that is in no other project is removed with it: {0}, and what was made of them. The files that they came from are not touched.</source>
        <translation>Alles, was in keinem anderen Projekt ist, wird mit entfernt: {0} und was daraus entstanden ist. Die Dateien, aus denen sie stammen, bleiben unberührt.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/presenters/projects.py"/>
        <source>Export the project</source>
        <translation>Projekt exportieren</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/presenters/projects.py"/>
        <source>Import a project</source>
        <translation>Projekt importieren</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/presenters/projects.py"/>
        <source>It is empty.</source>
        <translation>Es ist leer.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/presenters/projects.py"/>
        <source>It is neither in the file nor in the library.</source>
        <translation>Es ist weder in der Datei noch in der Bibliothek.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/presenters/projects.py"/>
        <source>Its models and images are in other projects, too, and stay there.</source>
        <translation>Seine Modelle und Bilder sind auch in anderen Projekten und bleiben dort.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/presenters/projects.py"/>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/presenters/projects.py"/>
        <source>New project</source>
        <translation>Neues Projekt</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/presenters/projects.py"/>
        <source>Rename the project</source>
        <translation>Projekt umbenennen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/presenters/projects.py"/>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/presenters/projects.py"/>
        <source>image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/presenters/projects.py"/>
        <source>images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/presenters/projects.py"/>
        <source>model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/presenters/projects.py"/>
        <source>models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/presenters/projects.py"/>
        <source>part is</source>
        <translation>Teil fehlt</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/presenters/projects.py"/>
        <source>parts are</source>
        <translation>Teile fehlen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/presenters/projects.py"/>
        <source>today, {0}</source>
        <translation>heute, {0}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/presenters/projects.py"/>
        <source>yesterday, {0}</source>
        <translation>gestern, {0}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/presenters/projects.py"/>
        <source>{0:.1f} MB</source>
        <translation>{0:.1f} MB</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/presenters/projects.py"/>
        <source>{0} images name their patients and stayed here.</source>
        <translation>{0} Bilder nennen ihre Patienten und blieben hier.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/presenters/projects.py"/>
        <source>{0} missing.</source>
        <translation>{0}.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/presenters/projects.py"/>
        <source>{0} was exported</source>
        <translation>{0} wurde exportiert</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/presenters/projects.py"/>
        <source>{0} was imported</source>
        <translation>{0} wurde importiert</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/presenters/projects.py"/>
        <source>{0}, with what was computed of them</source>
        <translation>{0}, mit allem, was damit berechnet wurde</translation>
    </message>
</context>
<context>
    <name>ProjectsArea</name>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/projects_area.py"/>
        <source>&amp;Recent projects</source>
        <translation>&amp;Zuletzt geöffnete Projekte</translation>
    </message>
</context>
<context>
    <name>ProjectsDialog</name>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/projects.py"/>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/projects.py"/>
        <source>Delete…</source>
        <translation>Löschen …</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/projects.py"/>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/projects.py"/>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/projects.py"/>
        <source>Import…</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/projects.py"/>
        <source>New…</source>
        <translation>Neu …</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/projects.py"/>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/projects.py"/>
        <source>Projects</source>
        <translation>Projekte</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/projects.py"/>
        <source>Rename…</source>
        <translation>Umbenennen …</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/projects.py"/>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/projects.py"/>
        <source>Search projects</source>
        <translation>Projekte durchsuchen</translation>
    </message>
</context>
<context>
    <name>QuestionField</name>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/feedback/questions.py"/>
        <source>Clear</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/feedback/questions.py"/>
        <source>Clear the answer to: {0}</source>
        <translation>Die Antwort löschen auf: {0}</translation>
    </message>
</context>
<context>
    <name>ReadingPage</name>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/pages.py"/>
        <source>It is read as data, in a process of its own: nothing in the file is ever run.</source>
        <translation>Sie wird nur als Daten gelesen, in einem eigenen Prozess: Nichts in der Datei wird je ausgeführt.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/pages.py"/>
        <source>Reading {0}</source>
        <translation>{0} wird gelesen</translation>
    </message>
</context>
<context>
    <name>RefusalPage</name>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/pages.py"/>
        <source>Architecture</source>
        <translation>Architektur</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/pages.py"/>
        <source>Name the architecture, for example resnet18, or, where the layers follow each other, all of them in order, for example: conv1(padding=1) bn1 relu maxpool(2) flatten fc1</source>
        <translation>Nennen Sie die Architektur, zum Beispiel resnet18, oder, wenn die Schichten aufeinander folgen, alle in ihrer Reihenfolge, zum Beispiel: conv1(padding=1) bn1 relu maxpool(2) flatten fc1</translation>
    </message>
</context>
<context>
    <name>RelevanceLegend</name>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/relevance_legend.py"/>
        <source>Opacity of the relevance map</source>
        <translation>Deckkraft der Relevanzkarte</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/relevance_legend.py"/>
        <source>Relevance</source>
        <translation>Relevanz</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/relevance_legend.py"/>
        <source>against</source>
        <translation>dagegen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/relevance_legend.py"/>
        <source>for</source>
        <translation>dafür</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/relevance_legend.py"/>
        <source>for the target</source>
        <translation>für die Zielklasse</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/relevance_legend.py"/>
        <source>little</source>
        <translation>wenig</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/relevance_legend.py"/>
        <source>much</source>
        <translation>viel</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <location filename="../../deepintro_desktop/reports/words.py"/>
        <source>A person drew, merged, split, removed or named features.</source>
        <translation>Ein Mensch hat Merkmale gezeichnet, vereint, geteilt, entfernt oder benannt.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/words.py"/>
        <source>A probability is the model&apos;s own number. It is not the chance that the answer is true, and it means little for pictures unlike those that the model learned from.</source>
        <translation>Eine Wahrscheinlichkeit ist eine Zahl des Modells selbst. Sie ist nicht die Aussicht, dass die Antwort stimmt, und bedeutet wenig bei Bildern, die denen nicht ähneln, aus denen das Modell gelernt hat.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/words.py"/>
        <source>An occluded feature is replaced by {0} (“{1}”).</source>
        <translation>Ein verdecktes Merkmal wird ersetzt durch {0} („{1}“).</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/words.py"/>
        <source>An occluded picture is a picture that no camera took. How the model answers to it can also come from the filling; that is why other fills are tried.</source>
        <translation>Ein Bild mit verdeckten Stellen hat keine Kamera aufgenommen. Wie das Modell darauf antwortet, kann auch an der Füllung liegen; deshalb werden andere Füllungen versucht.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/compose.py"/>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/compose.py"/>
        <source>Carries</source>
        <translation>Trägt bei</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/compose.py"/>
        <source>Carries: its Shapley value in percentage points, estimated, with its standard error.</source>
        <translation>Trägt bei: sein Shapley-Wert in Prozentpunkten, geschätzt, mit Standardfehler.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/compose.py"/>
        <source>Carries: its Shapley value in percentage points, exact.</source>
        <translation>Trägt bei: sein Shapley-Wert in Prozentpunkten, exakt.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/compose.py"/>
        <source>Change alone</source>
        <translation>Änderung allein</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/compose.py"/>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/compose.py"/>
        <source>Comment of the reader: {0}</source>
        <translation>Kommentar des Lesers: {0}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/compose.py"/>
        <source>Computed</source>
        <translation>Berechnet</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/compose.py"/>
        <source>Computed on</source>
        <translation>Berechnet mit</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/html.py"/>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/compose.py"/>
        <source>Conversion</source>
        <translation>Umwandlung</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/compose.py"/>
        <source>Converted model, SHA-256</source>
        <translation>Umgewandeltes Modell, SHA-256</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/pictures.py"/>
        <source>Every square is one pixel of the model&apos;s input.</source>
        <translation>Jedes Quadrat ist ein Pixel der Eingabe des Modells.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/compose.py"/>
        <source>Explained is the class “{0}”; its row is marked.</source>
        <translation>Erklärt wird die Klasse „{0}“; ihre Zeile ist markiert.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/compose.py"/>
        <source>Explanation {0}</source>
        <translation>Erklärung {0}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/compose.py"/>
        <source>Features</source>
        <translation>Merkmale</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/words.py"/>
        <source>Features are what the model finds important, not what a person would. They are not findings, and the model can be right for the wrong reason, or wrong with great certainty.</source>
        <translation>Merkmale sind, was das Modell wichtig findet, nicht, was ein Mensch wichtig fände. Sie sind keine Befunde; das Modell kann aus dem falschen Grund recht haben oder sich mit großer Sicherheit irren.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/words.py"/>
        <source>How few features are enough for the same answer?</source>
        <translation>Wie wenige Merkmale genügen für dieselbe Antwort?</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/words.py"/>
        <source>How few features must be occluded for another answer?</source>
        <translation>Wie wenige Merkmale muss man verdecken, damit die Antwort eine andere ist?</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/compose.py"/>
        <source>How sure</source>
        <translation>Wie sicher</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/compose.py"/>
        <source>How to read this report</source>
        <translation>Wie dieser Bericht zu lesen ist</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/words.py"/>
        <source>Its answers were evaluated {0} times more, with other fills and seeds.</source>
        <translation>Ihre Antworten wurden {0}-mal mit anderen Füllungen und Startwerten erneut ausgewertet.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/words.py"/>
        <source>Largest change</source>
        <translation>Größte Änderung</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/words.py"/>
        <source>Layer-wise relevance propagation is patented (US 12061966, EP 3271863 B1, CA 2979579); its use is free of charge for personal and scientific purposes only.</source>
        <translation>Layer-wise Relevance Propagation ist patentiert (US 12061966, EP 3271863 B1, CA 2979579); nur für persönliche und wissenschaftliche Zwecke ist die Nutzung kostenlos.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/compose.py"/>
        <source>Limits of the method</source>
        <translation>Grenzen der Methode</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/compose.py"/>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/words.py"/>
        <source>Method of the relevance map: {0} ({1}).</source>
        <translation>Methode der Relevanzkarte: {0} ({1}).</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/words.py"/>
        <source>Minimum to keep</source>
        <translation>Mindestens zu behalten</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/words.py"/>
        <source>Minimum to occlude</source>
        <translation>Mindestens zu verdecken</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/compose.py"/>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/compose.py"/>
        <source>Model, SHA-256</source>
        <translation>Modell, SHA-256</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/words.py"/>
        <source>Most important feature</source>
        <translation>Wichtigstes Merkmal</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/compose.py"/>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/words.py"/>
        <source>Neighbouring features are joined at merge level {0:g} (0 fine, 1 coarse).</source>
        <translation>Benachbarte Merkmale werden mit der Stufe {0:g} verbunden (0 fein, 1 grob).</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/compose.py"/>
        <source>No analysis was made: the answers about sets of features are not in this report.</source>
        <translation>Es wurde keine Analyse gemacht: Die Antworten über Mengen von Merkmalen stehen nicht in diesem Bericht.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/compose.py"/>
        <source>No region is relevant enough to be a feature with these settings.</source>
        <translation>Mit diesen Einstellungen ist kein Bereich relevant genug für ein Merkmal.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/compose.py"/>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/words.py"/>
        <source>Not a medical device. Not for diagnosis or treatment.</source>
        <translation>Kein Medizinprodukt. Nicht für Diagnose oder Behandlung.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/compose.py"/>
        <source>One feature holds {1} of the relevance.</source>
        <translation>Ein Merkmal enthält {1} der Relevanz.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/pictures.py"/>
        <source>Orange speaks for “{0}”, blue against it.</source>
        <translation>Orange spricht für „{0}“, Blau dagegen.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/compose.py"/>
        <source>Patents</source>
        <translation>Patente</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/compose.py"/>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/compose.py"/>
        <source>Picture and answer</source>
        <translation>Bild und Antwort</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/compose.py"/>
        <source>Picture&apos;s view</source>
        <translation>Ansicht des Bildes</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/compose.py"/>
        <source>Picture, SHA-256</source>
        <translation>Bild, SHA-256</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/compose.py"/>
        <source>Pixels</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/words.py"/>
        <source>Pixels at most {0:g} px apart belong to one feature, which has at least {1} pixels.</source>
        <translation>Pixel mit höchstens {0:g} px Abstand gehören zu einem Merkmal, das mindestens {1} Pixel hat.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/words.py"/>
        <source>Pixels count when their relevance is above {0:g} times the mean.</source>
        <translation>Pixel zählen, wenn ihre Relevanz über dem {0:g}-Fachen des Mittels liegt.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/compose.py"/>
        <source>Place (x, y)</source>
        <translation>Ort (x, y)</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/compose.py"/>
        <source>Place: columns and rows of the model&apos;s input, from the upper left corner. Change alone: percentage points of the probability of “{0}” when only this feature is occluded.</source>
        <translation>Ort: Spalten und Zeilen der Eingabe des Modells, von der linken oberen Ecke. Änderung allein: Prozentpunkte der Wahrscheinlichkeit von „{0}“, wenn nur dieses Merkmal verdeckt ist.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/compose.py"/>
        <source>Probability</source>
        <translation>Wahrscheinlichkeit</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/compose.py"/>
        <source>Probability then</source>
        <translation>Wahrscheinlichkeit dann</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/compose.py"/>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/words.py"/>
        <source>Random choices begin with the seed {0}, so that they can be repeated.</source>
        <translation>Zufällige Entscheidungen beginnen mit dem Startwert {0}, damit sie sich wiederholen lassen.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/compose.py"/>
        <source>Relevance</source>
        <translation>Relevanz</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/pictures.py"/>
        <source>Relevance alone</source>
        <translation>Nur die Relevanz</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/pictures.py"/>
        <source>Relevance and features</source>
        <translation>Relevanz und Merkmale</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/words.py"/>
        <source>Relevance depends on the method: another method shows another map of the same answer. Its places are as fine as the model&apos;s input, not as the picture.</source>
        <translation>Die Relevanz hängt von der Methode ab: Eine andere Methode zeigt für dieselbe Antwort eine andere Karte. Ihre Orte sind so fein wie die Eingabe des Modells, nicht wie das Bild.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/compose.py"/>
        <source>Repeating it</source>
        <translation>Wiederholung</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/compose.py"/>
        <source>Report made</source>
        <translation>Bericht vom</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/compose.py"/>
        <source>Report: what a model looks at</source>
        <translation>Bericht: worauf ein Modell schaut</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/compose.py"/>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/compose.py"/>
        <source>Seen as</source>
        <translation>Gesehen als</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/compose.py"/>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/pdf.py"/>
        <source>Some letters are in no font of this machine. They are written as their number in Unicode, like [U+732B]; the report as HTML shows them.</source>
        <translation>Einige Zeichen hat keine Schrift dieses Rechners. Sie sind als ihre Nummer in Unicode geschrieben, wie [U+732B]; der Bericht als HTML zeigt sie.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/compose.py"/>
        <source>The folder of a report holds a file replay.json for each explanation. “deepintro explain --replay FILE” makes the same numbers from it.</source>
        <translation>Der Ordner eines Berichts enthält für jede Erklärung eine Datei replay.json. „deepintro explain --replay DATEI“ macht daraus dieselben Zahlen.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/compose.py"/>
        <source>The model then says</source>
        <translation>Das Modell sagt dann</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/compose.py"/>
        <source>The model&apos;s answer</source>
        <translation>Die Antwort des Modells</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/pictures.py"/>
        <source>The picture</source>
        <translation>Das Bild</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/pictures.py"/>
        <source>The picture as the model saw it for “{0}”: {1}.</source>
        <translation>Das Bild, wie es das Modell für „{0}“ gesehen hat: {1}.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/pictures.py"/>
        <source>The picture under its relevance map; {0} features are outlined and numbered.</source>
        <translation>Das Bild unter seiner Relevanzkarte; {0} Merkmale sind umrandet und nummeriert.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/pictures.py"/>
        <source>The picture {0} as it is in the library.</source>
        <translation>Das Bild {0}, wie es in der Bibliothek liegt.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/pictures.py"/>
        <source>The relevance map alone: orange for the class, blue against it.</source>
        <translation>Nur die Relevanzkarte: Orange für die Klasse, Blau dagegen.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/pictures.py"/>
        <source>The same picture at the size of the model&apos;s input, {0}.</source>
        <translation>Dasselbe Bild in der Größe der Eingabe des Modells, {0}.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/words.py"/>
        <source>The search evaluated as many sets of features as the program finds reasonable.</source>
        <translation>Die Suche hat so viele Mengen von Merkmalen ausgewertet, wie das Programm für sinnvoll hält.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/words.py"/>
        <source>The search was allowed to evaluate {0} sets of features.</source>
        <translation>Die Suche durfte {0} Mengen von Merkmalen auswerten.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/compose.py"/>
        <source>There is none.</source>
        <translation>Es gibt keine.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/words.py"/>
        <source>They are divided into {0} features by k-means.</source>
        <translation>Sie werden mit k-Means in {0} Merkmale geteilt.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/compose.py"/>
        <source>Untouched, “{0}” has {1}.</source>
        <translation>Im unveränderten Bild hat „{0}“ {1}.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/compose.py"/>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/compose.py"/>
        <source>What if features were not there</source>
        <translation>Wenn Merkmale nicht da wären</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/pictures.py"/>
        <source>What the model is given</source>
        <translation>Was das Modell bekommt</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/compose.py"/>
        <source>What the model looks at</source>
        <translation>Worauf das Modell schaut</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/compose.py"/>
        <source>What {0} looks at for “{1}”</source>
        <translation>Worauf {0} bei „{1}“ schaut</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/compose.py"/>
        <source>Where the numbers come from</source>
        <translation>Woher die Zahlen kommen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/words.py"/>
        <source>Which features, occluded together, lower the probability most?</source>
        <translation>Welche Merkmale senken, zusammen verdeckt, die Wahrscheinlichkeit am meisten?</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/words.py"/>
        <source>Which single feature, occluded alone, lowers it most?</source>
        <translation>Welches einzelne Merkmal senkt sie, allein verdeckt, am meisten?</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/compose.py"/>
        <source>With other fills</source>
        <translation>Mit anderen Füllungen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/compose.py"/>
        <source>Without features there is nothing to occlude.</source>
        <translation>Ohne Merkmale gibt es nichts zu verdecken.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/words.py"/>
        <source>a rectangle of one colour around it</source>
        <translation>ein einfarbiges Rechteck darum</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/words.py"/>
        <source>a strong blur</source>
        <translation>starke Unschärfe</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/words.py"/>
        <source>best of {0} sets that were tried</source>
        <translation>beste von {0} versuchten Mengen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/compose.py"/>
        <source>checked against {0}: largest difference {1:.1e}</source>
        <translation>geprüft gegen {0}: größter Unterschied {1:.1e}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/words.py"/>
        <source>coarse blocks of random colours</source>
        <translation>grobe Blöcke aus zufälligen Farben</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/compose.py"/>
        <source>countless</source>
        <translation>unzähligen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/compose.py"/>
        <source>drawn by a person</source>
        <translation>von einem Menschen gezeichnet</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/compose.py"/>
        <source>en</source>
        <translation>de</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/words.py"/>
        <source>exact: no set does better</source>
        <translation>exakt: keine Menge ist besser</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/words.py"/>
        <source>holds in {0} of {1}, {2}</source>
        <translation>gilt in {0} von {1}, {2}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/words.py"/>
        <source>impossible, whatever the set</source>
        <translation>unmöglich, mit jeder Menge</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/words.py"/>
        <source>keep {0}</source>
        <translation>behalten: {0}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/words.py"/>
        <source>no feature</source>
        <translation>kein Merkmal</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/words.py"/>
        <source>none found among {0} sets that were tried</source>
        <translation>keine gefunden unter {0} versuchten Mengen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/compose.py"/>
        <source>not tried</source>
        <translation>nicht versucht</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/words.py"/>
        <source>occlude {0}</source>
        <translation>verdecken: {0}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/words.py"/>
        <source>random pixels</source>
        <translation>zufällige Pixel</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/words.py"/>
        <source>the mean colour of the picture</source>
        <translation>die mittlere Farbe des Bildes</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/words.py"/>
        <source>the mean colour of the pictures that the model learned from</source>
        <translation>die mittlere Farbe der Bilder, aus denen das Modell gelernt hat</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/words.py"/>
        <source>what surrounds it, carried on inwards</source>
        <translation>seine Umgebung, nach innen fortgesetzt</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/compose.py"/>
        <source>{0} explanations</source>
        <translation>{0} Erklärungen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/compose.py"/>
        <source>{0} features hold {1} of the relevance.</source>
        <translation>{0} Merkmale enthalten {1} der Relevanz.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/workflows/report_files.py"/>
        <source>{0} is no DICOM file: there are no DICOM objects of it.</source>
        <translation>{0} ist keine DICOM-Datei: Es gibt keine DICOM-Objekte dazu.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/pdf.py"/>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/compose.py"/>
        <source>{0} of {1} possible sets of features were evaluated.</source>
        <translation>{0} von {1} möglichen Mengen von Merkmalen wurden ausgewertet.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/compose.py"/>
        <source>{0} on {1}</source>
        <translation>{0} zu {1}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/compose.py"/>
        <source>{0} on {1}: {2}</source>
        <translation>{0} zu {1}: {2}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/words.py"/>
        <source>{0} to {1}</source>
        <translation>{0} bis {1}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/dicom/objects.py"/>
        <source>{0}: without features there is only a secondary capture.</source>
        <translation>{0}: Ohne Merkmale gibt es nur eine Sekundäraufnahme.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/dicom/objects.py"/>
        <source>{0}: {1} features are smaller than a pixel of the source and are no segments.</source>
        <translation>{0}: {1} Merkmale sind kleiner als ein Pixel der Quelle und keine Segmente.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/words.py"/>
        <source>{0}; fewer than {1} are proved not to do</source>
        <translation>{0}; bewiesen: weniger als {1} genügen nicht</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/words.py"/>
        <source>{0}; relevance on {1}</source>
        <translation>{0}; Relevanz mit {1}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/reports/words.py"/>
        <source>“Best of …” means that no better set was among those tried. It is no proof that there is none; only “exact” and “impossible” are proved, and for these features and this fill alone.</source>
        <translation>„Beste von …“ heißt, dass unter den versuchten keine bessere Menge war. Das beweist nicht, dass es keine gibt; bewiesen sind nur „exakt“ und „unmöglich“, und nur für diese Merkmale und diese Füllung.</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/report/view.py"/>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/report/view.py"/>
        <source>After picture and model</source>
        <translation>Nach Bild und Modell</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/report/view.py"/>
        <source>Analyse it for the report; this can take minutes</source>
        <translation>Für den Bericht analysieren; das kann Minuten dauern</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/report/words.py"/>
        <source>Choose at least one explanation.</source>
        <translation>Wählen Sie mindestens eine Erklärung.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/report/words.py"/>
        <source>Choose at least one format.</source>
        <translation>Wählen Sie mindestens ein Format.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/report/view.py"/>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/report/words.py"/>
        <source>DICOM objects</source>
        <translation>DICOM-Objekte</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/report/words.py"/>
        <source>DICOM objects need the patient&apos;s name and number: tick that, too, or leave DICOM out.</source>
        <translation>DICOM-Objekte brauchen Namen und Nummer des Patienten: Haken Sie auch das an, oder lassen Sie DICOM weg.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/report/view.py"/>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/report/words.py"/>
        <source>Folder with pictures and tables</source>
        <translation>Ordner mit Bildern und Tabellen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/report/words.py"/>
        <source>For printing, archives and e-mail.</source>
        <translation>Zum Drucken, Ablegen und Versenden.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/report/words.py"/>
        <source>For the PACS, filed in the patient&apos;s study: a secondary capture, the features as segments, and their measurements. They always carry the patient&apos;s name and number.</source>
        <translation>Für das PACS, in der Studie des Patienten abgelegt: eine Sekundäraufnahme, die Merkmale als Segmente und ihre Messwerte. Sie tragen immer Namen und Nummer des Patienten.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/report/view.py"/>
        <source>Letter</source>
        <translation>Letter</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/report/view.py"/>
        <source>Name of the files</source>
        <translation>Name der Dateien</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/report/view.py"/>
        <source>Name the patient</source>
        <translation>Patient nennen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/report/view.py"/>
        <source>Name, number, birth date, sex and date of the study are in the report.</source>
        <translation>Name, Nummer, Geburtsdatum, Geschlecht und Datum der Studie stehen im Bericht.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/report/words.py"/>
        <source>Nothing was explained in this project yet. Choose a model and an image first.</source>
        <translation>In diesem Projekt wurde noch nichts erklärt. Wählen Sie zuerst ein Modell und ein Bild.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/report/words.py"/>
        <source>Nothing was written.</source>
        <translation>Es wurde nichts geschrieben.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/report/words.py"/>
        <source>On the screen now · {0} features · {1}</source>
        <translation>Jetzt zu sehen · {0} Merkmale · {1}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/report/words.py"/>
        <source>One file for every browser; prints well.</source>
        <translation>Eine Datei für jeden Browser; lässt sich gut drucken.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/report/words.py"/>
        <source>Only for pictures that came as DICOM files.</source>
        <translation>Nur für Bilder, die als DICOM-Dateien kamen.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/report/words.py"/>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/report/words.py"/>
        <source>PNG, CSV and JSON for further work, and the file that repeats it.</source>
        <translation>PNG, CSV und JSON zum Weiterarbeiten, und die Datei, die alles wiederholt.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/report/view.py"/>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/report/view.py"/>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/report/words.py"/>
        <source>Report stopped</source>
        <translation>Bericht abgebrochen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/report/words.py"/>
        <source>Report written</source>
        <translation>Bericht geschrieben</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/report/words.py"/>
        <source>The report was not written</source>
        <translation>Der Bericht wurde nicht geschrieben</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/report/words.py"/>
        <source>Web page (HTML)</source>
        <translation>Webseite (HTML)</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/report/view.py"/>
        <source>What goes in</source>
        <translation>Was hineinkommt</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/report/view.py"/>
        <source>What goes into the report</source>
        <translation>Was in den Bericht kommt</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/report/words.py"/>
        <source>What is on the screen was not analysed yet. Its report has picture, answer, relevance and features, but not the four answers about sets of features.</source>
        <translation>Was zu sehen ist, wurde noch nicht analysiert. Der Bericht hat Bild, Antwort, Relevanz und Merkmale, aber nicht die vier Antworten über Mengen von Merkmalen.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/report/view.py"/>
        <source>What you want to say about it; it stands at the beginning.</source>
        <translation>Was Sie dazu sagen möchten; es steht am Anfang.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/report/view.py"/>
        <source>Where the report shall lie</source>
        <translation>Wo der Bericht liegen soll</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/report/view.py"/>
        <source>Write the report</source>
        <translation>Bericht schreiben</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/report/view.py"/>
        <source>Written as</source>
        <translation>Geschrieben als</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/report/view.py"/>
        <source>Your comment</source>
        <translation>Ihr Kommentar</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/report/words.py"/>
        <source>analysed</source>
        <translation>analysiert</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/report/words.py"/>
        <source>features only</source>
        <translation>nur Merkmale</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/report/words.py"/>
        <source>not analysed yet</source>
        <translation>noch nicht analysiert</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/report/words.py"/>
        <source>{0} · {1} features · {2} · {3}</source>
        <translation>{0} · {1} Merkmale · {2} · {3}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/report/words.py"/>
        <source>{0}: {1}, by {2}</source>
        <translation>{0}: {1}, mit {2}</translation>
    </message>
</context>
<context>
    <name>RunBox</name>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/run_box.py"/>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/run_box.py"/>
        <source>Stopping…</source>
        <translation>Wird angehalten …</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <location filename="../../deepintro_desktop/ui/presenters/saving.py"/>
        <source>Image saved</source>
        <translation>Bild gespeichert</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/presenters/saving.py"/>
        <source>Save the image</source>
        <translation>Bild speichern</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/presenters/saving.py"/>
        <source>{0} in {1}</source>
        <translation>{0} in {1}</translation>
    </message>
</context>
<context>
    <name>ScaleField</name>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/feedback/questions.py"/>
        <source>From 1, {0}, to {1}, {2}</source>
        <translation>Von 1, {0}, bis {1}, {2}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/feedback/questions.py"/>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
</context>
<context>
    <name>SettingsPanel</name>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/settings_panel.py"/>
        <source>All settings…</source>
        <translation>Alle zeigen …</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/settings_panel.py"/>
        <source>Detail</source>
        <translation>Detail</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/settings_panel.py"/>
        <source>Fewer settings</source>
        <translation>Weniger zeigen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/settings_panel.py"/>
        <source>Isolation of the feature</source>
        <translation>Freistellen des Merkmals</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/settings_panel.py"/>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/settings_panel.py"/>
        <source>Left: smooth and sure. Right: everything that the layer holds.</source>
        <translation>Links: glatt und sicher. Rechts: alles, was die Schicht enthält.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/settings_panel.py"/>
        <source>Looking at the layers…</source>
        <translation>Die Schichten werden untersucht …</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/settings_panel.py"/>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/settings_panel.py"/>
        <source>Synthesise</source>
        <translation>Synthetisieren</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/settings_panel.py"/>
        <source>The whole image has nothing round it.</source>
        <translation>Um das ganze Bild herum ist nichts.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/settings_panel.py"/>
        <source>What the layer was given</source>
        <translation>Was die Schicht erhielt</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/side_panel.py"/>
        <source>Again</source>
        <translation>Erneut</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/side_panel.py"/>
        <source>Analyse</source>
        <translation>Analysieren</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/side_panel.py"/>
        <source>Analyse again</source>
        <translation>Erneut analysieren</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/side_panel.py"/>
        <source>Analysis</source>
        <translation>Analyse</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/side.py"/>
        <source>Check</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/side_panel.py"/>
        <source>Earlier ({0})</source>
        <translation>Frühere ({0})</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/side_panel.py"/>
        <source>Feedback about this analysis…</source>
        <translation>Rückmeldung zu dieser Analyse …</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/side.py"/>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/side.py"/>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/side.py"/>
        <source>Of several</source>
        <translation>Zur Auswahl</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/side_panel.py"/>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/side_panel.py"/>
        <source>Target class</source>
        <translation>Zielklasse</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/side_panel.py"/>
        <source>What was explained before of this picture  (Ctrl+H)</source>
        <translation>Was früher an diesem Bild erklärt wurde  (Strg+H)</translation>
    </message>
</context>
<context>
    <name>Sources</name>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/side.py"/>
        <source>chosen</source>
        <translation>gewählt</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/side.py"/>
        <source>from file</source>
        <translation>aus Datei</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/side.py"/>
        <source>guess</source>
        <translation>Vermutung</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/start_page.py"/>
        <source>A small network and twelve pictures of shapes.</source>
        <translation>Ein kleines Modell und zwölf Bilder von Formen.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/start_page.py"/>
        <source>Add a model</source>
        <translation>Modell hinzufügen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/start_page.py"/>
        <source>Add images</source>
        <translation>Bilder hinzufügen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/start_page.py"/>
        <source>Ctrl+I, or drop files</source>
        <translation>Strg+I, oder Dateien ablegen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/start_page.py"/>
        <source>Ctrl+M, or drop a file</source>
        <translation>Strg+M, oder eine Datei ablegen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/start_page.py"/>
        <source>DeepIntro shows which regions of an image made a classifier decide as it did. Hide a region, and see at once how the answer changes. The regions are what &lt;b&gt;the network&lt;/b&gt; finds important. They can differ from what a person would point at, and that difference is worth seeing.</source>
        <translation>DeepIntro zeigt, welche Bereiche eines Bildes einen Klassifikator zu seiner Entscheidung gebracht haben. Verdecken Sie einen Bereich und sehen Sie sofort, wie sich die Antwort ändert. Die Bereiche sind, was &lt;b&gt;das Modell&lt;/b&gt; wichtig findet. Sie können von dem abweichen, worauf ein Mensch zeigen würde, und dieser Unterschied ist sehenswert.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/start_page.py"/>
        <source>None yet. Your work is saved by itself and will be listed here.</source>
        <translation>Noch keine. Ihre Arbeit wird von selbst gespeichert und hier aufgelistet.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/start_page.py"/>
        <source>ONNX, PyTorch, TensorFlow, Keras, Caffe. Nothing in a file is run.</source>
        <translation>ONNX, PyTorch, TensorFlow, Keras, Caffe. Nichts in einer Datei wird ausgeführt.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/start_page.py"/>
        <source>Open project…</source>
        <translation>Projekt öffnen …</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/start_page.py"/>
        <source>Open the sample</source>
        <translation>Beispiel öffnen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/start_page.py"/>
        <source>Photos, DICOM or NIfTI. Your originals are not changed.</source>
        <translation>Fotos, DICOM oder NIfTI. Ihre Originale bleiben unverändert.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/start_page.py"/>
        <source>Recent projects</source>
        <translation>Zuletzt geöffnete Projekte</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/start_page.py"/>
        <source>Start here · about 2 minutes</source>
        <translation>Hier beginnen · etwa 2 Minuten</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/start_page.py"/>
        <source>What is your network looking at?</source>
        <translation>Worauf schaut Ihr Modell?</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/start_page.py"/>
        <source>Works without internet. Models and images never leave this computer.</source>
        <translation>Arbeitet ohne Internet. Modelle und Bilder verlassen diesen Rechner nie.</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/status_strip.py"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/status_strip.py"/>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/status_strip.py"/>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/status_strip.py"/>
        <source>cancelling…</source>
        <translation>wird abgebrochen …</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/status_strip.py"/>
        <source>{0} left</source>
        <translation>noch {0}</translation>
    </message>
</context>
<context>
    <name>SubjectModel</name>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/subject_list.py"/>
        <source>Drawn by a person: not found by the network</source>
        <translation>Von einer Person gezeichnet: nicht vom Modell gefunden</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/subject_list.py"/>
        <source>drawn by a person</source>
        <translation>von einer Person gezeichnet</translation>
    </message>
</context>
<context>
    <name>Sureness</name>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/cards.py"/>
        <source>fairly sure</source>
        <translation>ziemlich sicher</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/cards.py"/>
        <source>less sure</source>
        <translation>weniger sicher</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/cards.py"/>
        <source>sure</source>
        <translation>sicher</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/add_network/cards.py"/>
        <source>undecided</source>
        <translation>unentschieden</translation>
    </message>
</context>
<context>
    <name>Synthesis</name>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/words.py"/>
        <source>, spread {0:.2g} points</source>
        <translation>, Streuung {0:.2g} Punkte</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/words.py"/>
        <source>, spread {0}</source>
        <translation>, Streuung {0}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/words.py"/>
        <source>Activation while growing</source>
        <translation>Aktivierung während des Entstehens</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/words.py"/>
        <source>Distance from the picture while growing</source>
        <translation>Abstand vom Bild während des Entstehens</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/words.py"/>
        <source>Error while growing</source>
        <translation>Fehler während des Entstehens</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/words.py"/>
        <source>Feature {0}</source>
        <translation>Merkmal {0}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/words.py"/>
        <source>The whole image</source>
        <translation>Das ganze Bild</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/words.py"/>
        <source>Whole image</source>
        <translation>Ganzes Bild</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/words.py"/>
        <source>act. {0}</source>
        <translation>Akt. {0}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/words.py"/>
        <source>caricature</source>
        <translation>Karikatur</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/words.py"/>
        <source>detail {0:.0%}</source>
        <translation>Detail {0:.0%}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/words.py"/>
        <source>draft quality</source>
        <translation>Qualität Entwurf</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/words.py"/>
        <source>earlier image</source>
        <translation>früheres Bild</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/words.py"/>
        <source>earlier images</source>
        <translation>frühere Bilder</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/words.py"/>
        <source>feature {0}</source>
        <translation>Merkmal {0}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/words.py"/>
        <source>fine quality</source>
        <translation>feine Qualität</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/presenter.py"/>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/words.py"/>
        <source>image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/presenter.py"/>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/words.py"/>
        <source>images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/words.py"/>
        <source>maximises unit {0}</source>
        <translation>maximiert Einheit {0}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/words.py"/>
        <source>mean activation {0}{1}</source>
        <translation>mittlere Aktivierung {0}{1}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/words.py"/>
        <source>mean error {0}{1}</source>
        <translation>mittlerer Fehler {0}{1}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/presenter.py"/>
        <source>measured on this machine</source>
        <translation>auf diesem Rechner gemessen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/words.py"/>
        <source>standard quality</source>
        <translation>Standardqualität</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/gallery_state.py"/>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/gallery_state.py"/>
        <source>stopped at {0}</source>
        <translation>angehalten bei {0}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/gallery_state.py"/>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/words.py"/>
        <source>whole image</source>
        <translation>ganzes Bild</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/words.py"/>
        <source>{0} Deeper layers keep the idea and lose the place.</source>
        <translation>{0} Tiefere Schichten bewahren die Idee und verlieren den Ort.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/words.py"/>
        <source>{0} alone, scaled to {1}</source>
        <translation>{0} allein, skaliert auf {1}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/words.py"/>
        <source>{0} away</source>
        <translation>{0} entfernt</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/words.py"/>
        <source>{0} channels of {1} × {2}, {3}.</source>
        <translation>{0} Kanäle von {1} × {2}, {3}.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/words.py"/>
        <source>{0} error</source>
        <translation>{0} Fehler</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/words.py"/>
        <source>{0} in the middle of noise</source>
        <translation>{0} inmitten von Rauschen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/words.py"/>
        <source>{0} iterations</source>
        <translation>{0} Iterationen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/words.py"/>
        <source>{0} more</source>
        <translation>{0} weitere</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/gallery_state.py"/>
        <source>{0} of {1}</source>
        <translation>{0} von {1}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/words.py"/>
        <source>{0} of {1} finished</source>
        <translation>{0} von {1} fertig</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/words.py"/>
        <source>{0} to {1}</source>
        <translation>{0} bis {1}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/words.py"/>
        <source>{0} values</source>
        <translation>{0} Werte</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/words.py"/>
        <source>{0} where it is, in noise</source>
        <translation>{0} an seinem Ort, in Rauschen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/words.py"/>
        <source>{0}, without places: it keeps what is there, hardly where.</source>
        <translation>{0}, ohne Orte: Sie bewahrt, was da ist, kaum aber wo.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/words.py"/>
        <source>{0}. Every image in the gallery looks like this to {1}.</source>
        <translation>{0}. Jedes Bild der Galerie sieht für {1} so aus.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/words.py"/>
        <source>{0}. The images excite unit {1} of {2} more.</source>
        <translation>{0}. Die Bilder regen Einheit {1} von {2} stärker an.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/words.py"/>
        <source>{0}. The images show more of what {1} finds in it.</source>
        <translation>{0}. Die Bilder zeigen mehr von dem, was {1} darin findet.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/words.py"/>
        <source>{0}: about {1}</source>
        <translation>{0}: etwa {1}</translation>
    </message>
</context>
<context>
    <name>SynthesisTab</name>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/view.py"/>
        <source>Image {0}</source>
        <translation>Bild {0}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/view.py"/>
        <source>What the layer was given</source>
        <translation>Was die Schicht erhielt</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/view.py"/>
        <source>What to synthesise</source>
        <translation>Was synthetisiert wird</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/view.py"/>
        <source>Whole image</source>
        <translation>Ganzes Bild</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/synthesis/view.py"/>
        <source>seed {0}</source>
        <translation>Startwert {0}</translation>
    </message>
</context>
<context>
    <name>TargetBox</name>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/target_box.py"/>
        <source>Target class</source>
        <translation>Zielklasse</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/target_box.py"/>
        <source>Which class to explain; type to search</source>
        <translation>Welche Klasse erklärt wird; zum Suchen tippen</translation>
    </message>
</context>
<context>
    <name>Tile</name>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/gallery.py"/>
        <source>Save this picture</source>
        <translation>Dieses Bild speichern</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/gallery.py"/>
        <source>See it large</source>
        <translation>Groß zeigen</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/toast.py"/>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ToastNotifier</name>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/notifier.py"/>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/notifier.py"/>
        <source>Show the file</source>
        <translation>Datei zeigen</translation>
    </message>
</context>
<context>
    <name>ToolPages</name>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/pages.py"/>
        <source>Add a model</source>
        <translation>Modell hinzufügen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/pages.py"/>
        <source>Add images</source>
        <translation>Bilder hinzufügen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/pages.py"/>
        <source>Choose a model</source>
        <translation>Wählen Sie ein Modell</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/pages.py"/>
        <source>Choose a model and an image</source>
        <translation>Wählen Sie ein Modell und ein Bild</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/pages.py"/>
        <source>Choose an image</source>
        <translation>Wählen Sie ein Bild</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/pages.py"/>
        <source>Click one at the left, or drop files anywhere on the window.</source>
        <translation>Klicken Sie links auf einen Eintrag, oder legen Sie Dateien irgendwo im Fenster ab.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/pages.py"/>
        <source>Drop files anywhere on the window, or choose them here.</source>
        <translation>Legen Sie Dateien irgendwo im Fenster ab, oder wählen Sie sie hier.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/pages.py"/>
        <source>It will be shown as soon as it is there.</source>
        <translation>Es wird gezeigt, sobald es da ist.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/pages.py"/>
        <source>Remove from the list</source>
        <translation>Aus der Liste entfernen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/pages.py"/>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>ToolsArea</name>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/tools.py"/>
        <source>Show the tool {0}</source>
        <translation>Werkzeug „{0}“ zeigen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/tools.py"/>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/tools.py"/>
        <source>on</source>
        <translation>mit</translation>
    </message>
</context>
<context>
    <name>Top5</name>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/top5.py"/>
        <source>Prediction</source>
        <translation>Vorhersage</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/top5.py"/>
        <source>spread of {0} fills</source>
        <translation>Streuung über {0} Füllungen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/top5.py"/>
        <source>{0} fills</source>
        <translation>{0} Füllungen</translation>
    </message>
</context>
<context>
    <name>Top5Model</name>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/top5_rows.py"/>
        <source>change {0}</source>
        <translation>Änderung {0}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/top5_rows.py"/>
        <source>target class</source>
        <translation>Zielklasse</translation>
    </message>
</context>
<context>
    <name>TwoExplanations</name>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/earlier/details.py"/>
        <source>Comparing…</source>
        <translation>Wird verglichen …</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/earlier/details.py"/>
        <source>How they agree</source>
        <translation>Wie sie übereinstimmen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/earlier/details.py"/>
        <source>Relevance and features</source>
        <translation>Relevanz und Merkmale</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/tabs/occlusion/earlier/details.py"/>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
</context>
<context>
    <name>WidgetKeys</name>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/widget_keys.py"/>
        <source>In a large picture</source>
        <translation>In einem großen Bild</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/widget_keys.py"/>
        <source>In the gallery</source>
        <translation>In der Galerie</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/widget_keys.py"/>
        <source>In the list of features</source>
        <translation>In der Liste der Merkmale</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/widget_keys.py"/>
        <source>In the lists at the left</source>
        <translation>In den Listen links</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/widget_keys.py"/>
        <source>In the picture</source>
        <translation>Im Bild</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/widget_keys.py"/>
        <source>back to the gallery</source>
        <translation>zurück zur Galerie</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/widget_keys.py"/>
        <source>compare with what was to be matched</source>
        <translation>mit dem Vorbild vergleichen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/widget_keys.py"/>
        <source>fit the picture</source>
        <translation>das Bild einpassen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/widget_keys.py"/>
        <source>give up a shape, a tool, what is selected</source>
        <translation>eine Form, ein Werkzeug, die Auswahl aufgeben</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/widget_keys.py"/>
        <source>occlude the feature, or bring it back</source>
        <translation>das Merkmal verdecken oder zurückholen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/widget_keys.py"/>
        <source>remove</source>
        <translation>entfernen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/widget_keys.py"/>
        <source>rename</source>
        <translation>umbenennen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/widget_keys.py"/>
        <source>save the picture</source>
        <translation>das Bild speichern</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/widget_keys.py"/>
        <source>see the original, while it is held</source>
        <translation>das Original sehen, solange sie gedrückt ist</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/widget_keys.py"/>
        <source>see the picture large</source>
        <translation>das Bild groß sehen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/widget_keys.py"/>
        <source>the picture before, the next one</source>
        <translation>das vorige Bild, das nächste</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/widget_keys.py"/>
        <source>zoom in (also with the wheel)</source>
        <translation>vergrößern (auch mit dem Mausrad)</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/main_window/widget_keys.py"/>
        <source>zoom out</source>
        <translation>verkleinern</translation>
    </message>
</context>
<context>
    <name>WindowGroup</name>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/image_view/controls.py"/>
        <source>As the file says</source>
        <translation>Wie in der Datei</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/image_view/controls.py"/>
        <source>Bone</source>
        <translation>Knochen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/image_view/controls.py"/>
        <source>Brain</source>
        <translation>Gehirn</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/image_view/controls.py"/>
        <source>Centre</source>
        <translation>Mitte</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/image_view/controls.py"/>
        <source>Lung</source>
        <translation>Lunge</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/image_view/controls.py"/>
        <source>Own</source>
        <translation>Eigenes</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/image_view/controls.py"/>
        <source>Soft tissue</source>
        <translation>Weichteile</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/image_view/controls.py"/>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/image_view/controls.py"/>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/image_view/controls.py"/>
        <source>{0}, as a number</source>
        <translation>{0}, als Zahl</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/dialogs/image_view/controls.py"/>
        <source>{0}: {1} at {2}</source>
        <translation>{0}: {1} bei {2}</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <location filename="../../deepintro_desktop/ui/presenters/words.py"/>
        <source>Adding a model</source>
        <translation>Modell wird hinzugefügt</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/presenters/words.py"/>
        <source>Adding images</source>
        <translation>Bilder werden hinzugefügt</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/presenters/words.py"/>
        <source>Analysing</source>
        <translation>Analyse läuft</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/presenters/words.py"/>
        <source>Apr</source>
        <translation>Apr.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/presenters/words.py"/>
        <source>Aug</source>
        <translation>Aug.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/presenters/words.py"/>
        <source>Checking the library</source>
        <translation>Bibliothek wird geprüft</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/presenters/words.py"/>
        <source>Comparing two models</source>
        <translation>Zwei Modelle werden verglichen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/presenters/words.py"/>
        <source>Dec</source>
        <translation>Dez.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/presenters/words.py"/>
        <source>Evaluating features</source>
        <translation>Merkmale werden ausgewertet</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/presenters/words.py"/>
        <source>Explaining</source>
        <translation>Erklärung wird berechnet</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/presenters/words.py"/>
        <source>Exporting the project</source>
        <translation>Projekt wird exportiert</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/presenters/words.py"/>
        <source>Feb</source>
        <translation>Feb.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/presenters/words.py"/>
        <source>Importing a project</source>
        <translation>Projekt wird importiert</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/presenters/words.py"/>
        <source>Jan</source>
        <translation>Jan.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/presenters/words.py"/>
        <source>Jul</source>
        <translation>Juli</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/presenters/words.py"/>
        <source>Jun</source>
        <translation>Juni</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/presenters/words.py"/>
        <source>Making boundary images</source>
        <translation>Grenzbilder werden erzeugt</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/presenters/words.py"/>
        <source>Mar</source>
        <translation>März</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/presenters/words.py"/>
        <source>May</source>
        <translation>Mai</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/presenters/words.py"/>
        <source>Nov</source>
        <translation>Nov.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/presenters/words.py"/>
        <source>Oct</source>
        <translation>Okt.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/presenters/words.py"/>
        <source>Opening the sample</source>
        <translation>Beispiel wird geöffnet</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/presenters/words.py"/>
        <source>Predicting</source>
        <translation>Vorhersage läuft</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/presenters/words.py"/>
        <source>Reading a model</source>
        <translation>Modell wird gelesen</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/presenters/words.py"/>
        <source>Sep</source>
        <translation>Sep.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/presenters/words.py"/>
        <source>Synthesising</source>
        <translation>Synthese läuft</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/presenters/words.py"/>
        <source>Synthesising feature {0}</source>
        <translation>Merkmal {0} wird synthetisiert</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/presenters/words.py"/>
        <source>Synthesising the whole image</source>
        <translation>Das ganze Bild wird synthetisiert</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/presenters/words.py"/>
        <source>Writing the report</source>
        <translation>Bericht wird geschrieben</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/words.py"/>
        <source>billion</source>
        <translation>Mrd.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/words.py"/>
        <source>million</source>
        <translation>Mio.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/words.py"/>
        <source>trillion</source>
        <translation>Bio.</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/presenters/words.py"/>
        <source>{0} and {1}</source>
        <translation>{0} und {1}</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/presenters/words.py"/>
        <source>{0} and {1} more</source>
        <translation>{0} und {1} weitere</translation>
    </message>
    <message>
        <location filename="../../deepintro_desktop/ui/presenters/words.py"/>
        <source>{0} {1} {2}</source>
        <translation>{0}. {1} {2}</translation>
    </message>
</context>
<context>
    <name>_Legend</name>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/top5.py"/>
        <source>original</source>
        <translation>Original</translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <location filename="../../deepintro_desktop/ui/widgets/earlier.py"/>
        <source>Bring back these images and the settings that they were made with</source>
        <translation>Diese Bilder und die Einstellungen, mit denen sie entstanden, zurückholen</translation>
    </message>
</context>
</TS>
